/** What the Hub tells of who serves a model: `inferenceProviderMapping`. */
import { firstOf, isObject, type JsonObject } from '../reply/replyObject.ts';

export interface Served {
  /** Of the provider. */
  readonly provider: string;
  /** The provider's own name for the model. Nothing in it has to be encoded in a path, or can leave its place there. */
  readonly id: string;
  /** As in `Target`. */
  readonly loraWeights?: string;
}

/** Those that are live for making images from text, in the order in which they are told: the user's own. */
export function servedIn(mapping: unknown): readonly Served[] {
  return entriesOf(mapping).flatMap((entry) => servedAs(entry) ?? []);
}

/** One model's mapping is an object by provider; in listings, and sometimes for one model, it is a list. */
function entriesOf(mapping: unknown): readonly JsonObject[] {
  if (Array.isArray(mapping)) return mapping.filter(isObject);
  if (!isObject(mapping)) return [];
  return Object.entries(mapping).flatMap(([provider, entry]) => (isObject(entry) ? [{ ...entry, provider }] : []));
}

const part = '[A-Za-z0-9_][\\w.-]*';
const safeId = new RegExp(`^${part}(/${part}){0,5}(:${part})?$`);
const safeWeights = new RegExp(`^${part}(/${part}){0,5}$`);

function servedAs({ provider, status, task, providerId, adapter, adapterWeightsPath }: JsonObject): Served | undefined {
  if (typeof provider !== 'string' || status !== 'live' || task !== 'text-to-image') return undefined;
  if (typeof providerId !== 'string' || !isSafe(providerId, safeId)) return undefined;
  if (adapter === undefined || adapter === null) return { provider, id: providerId };
  const weights = firstOf(adapterWeightsPath);
  if (adapter !== 'lora' || typeof weights !== 'string' || !isSafe(weights, safeWeights)) return undefined;
  return { provider, id: providerId, loraWeights: weights };
}

function isSafe(text: string, pattern: RegExp): boolean {
  return text.length <= 300 && pattern.test(text) && !text.includes('..');
}
