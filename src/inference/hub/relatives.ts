/** What could be used instead of a model that is not to be had: its nearest living relatives on the Hub. */
import type { Transport } from '../transport.ts';
import type { Hub } from './hub.ts';
import { listModels, listUrl } from './modelList.ts';

const most = 3;

/**
 * At most three, the nearest first; none where the Hub has no answer. Never throws.
 * @param model checked
 */
export async function findRelatives(
  hub: Hub,
  model: string,
  transport: Transport,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const [owner, name] = model.includes('/') ? model.split('/') : [undefined, model];
  const searches = [`search=${family(name ?? model)}`, ...(owner === undefined ? [] : [`author=${owner}`])];
  const found = await Promise.all(searches.map((search) => list(hub, search, transport, signal)));
  return nearest(model, found.flat());
}

async function list(hub: Hub, filter: string, transport: Transport, signal: AbortSignal): Promise<readonly string[]> {
  try {
    const { models } = await listModels(hub, listUrl(hub, { sort: 'likes', limit: 20, filter }), transport, signal);
    return models.map(({ id }) => id);
  } catch {
    // Only a suggestion: without it the failure says what it says.
    return [];
  }
}

/** By the number of words that the names share from their beginning, then by owner; the order of the Hub decides ties. */
export function nearest(model: string, found: readonly string[]): readonly string[] {
  const others = [...new Set(found)].filter((id) => id !== model);
  const score = (id: string): number => 2 * sharedWords(id, model) + (ownerOf(id) === ownerOf(model) ? 1 : 0);
  return others
    .filter((id) => score(id) > 0)
    .toSorted((a, b) => score(b) - score(a))
    .slice(0, most);
}

function sharedWords(a: string, b: string): number {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  const different = left.findIndex((word, index) => word !== right[index]);
  return different === -1 ? left.length : different;
}

/** `stable-diffusion-v1-5` belongs to `stable-diffusion`, `FLUX.1-dev` to `FLUX`. */
function family(name: string): string {
  const words = name.split(/[-_.]/);
  const version = words.findIndex((word, index) => index > 0 && /\d/.test(word));
  return words.slice(0, version === -1 ? Math.max(1, words.length - 1) : version).join('-');
}

function wordsOf(model: string): readonly string[] {
  return (model.split('/').at(-1) ?? model).toLowerCase().split(/[-_.]/);
}

function ownerOf(model: string): string | undefined {
  return model.includes('/') ? model.split('/')[0]?.toLowerCase() : undefined;
}
