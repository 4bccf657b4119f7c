/** Searches the Hub for models that make images from text and that somebody serves now. */
import type { ModelPage, ModelQuestion } from '../../core/models/listedModel.ts';
import { checkBaseUrl } from '../addresses.ts';
import { tokenThatMayGo } from '../tokenThatMayGo.ts';
import type { Transport } from '../transport.ts';
import { startHubDeadline } from './hubDeadline.ts';
import type { Hub } from './hub.ts';
import { lookUp, type LookUps } from './lookUp.ts';
import { isPageOf, listModels, listUrl } from './modelList.ts';
import { isSpoken } from './spoken.ts';

export interface HubPorts {
  readonly transport: Transport;
  readonly signal: AbortSignal;
  /** The token that may go to an origin, if there is one. */
  readonly tokenFor: (origin: string) => Promise<string | undefined>;
}

const mostWords = 100;
const pageSize = 50;

/**
 * One page. Without words: what is talked about just now, the most first.
 * @throws {ImageFailure} `invalidRequest` for an address of the Hub that will not do, or what keeps it from answering
 * @throws the signal's reason, when it is aborted
 */
export async function searchModels(question: ModelQuestion, hubUrl: string, ports: HubPorts): Promise<ModelPage> {
  const { transport, signal } = ports;
  const hub = await hubAt(hubUrl, ports);
  signal.throwIfAborted();
  if ('next' in question && !isPageOf(hub, question.next)) return { models: [] };
  const url = 'next' in question ? question.next : firstPage(hub, question.words);
  const deadline = startHubDeadline(hub.url, transport, signal);
  try {
    return await listModels(hub, url, transport, deadline.signal);
  } finally {
    deadline.stop();
  }
}

/**
 * The providers that serve a model and that Depict speaks, in the user's order.
 * @param model checked
 * @throws {ImageFailure} as `lookUp`
 * @throws the signal's reason, when it is aborted
 */
export async function servingProviders(
  model: string,
  hubUrl: string,
  lookUps: LookUps,
  ports: HubPorts,
): Promise<readonly string[]> {
  const hub = await hubAt(hubUrl, ports);
  ports.signal.throwIfAborted();
  const served = await lookUp(hub, model, lookUps, ports.transport, ports.signal);
  return [...new Set(served.filter(isSpoken).map(({ provider }) => provider))];
}

async function hubAt(hubUrl: string, { tokenFor }: HubPorts): Promise<Hub> {
  const url = checkBaseUrl('depict.hubUrl', hubUrl);
  const { origin, host } = new URL(url);
  return { url, token: await tokenThatMayGo(origin, host, tokenFor) };
}

function firstPage(hub: Hub, words: string): string {
  // Half a surrogate pair cannot be encoded.
  const search = words
    .replaceAll(/\p{Surrogate}/gu, '')
    .trim()
    .slice(0, mostWords);
  return listUrl(hub, {
    sort: 'trendingScore',
    limit: pageSize,
    ...(search === '' ? {} : { filter: `search=${encodeURIComponent(search)}` }),
    fields: ['likes', 'downloads', 'gated'],
  });
}
