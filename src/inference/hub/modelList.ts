/** The Hub's list of models that make images from text, a page at a time. Whatever it answers is checked entry by entry. */
import { ImageFailure, type ReplyProblem } from '../../core/failure.ts';
import type { ListedModel, ModelPage } from '../../core/models/listedModel.ts';
import { isHubModel } from '../../core/modelId.ts';
import { exchange } from '../exchange.ts';
import { replyContent } from '../reply/replyContent.ts';
import { isObject } from '../reply/replyObject.ts';
import type { HttpReply, Transport } from '../transport.ts';
import { hubFailure } from './hubFailure.ts';
import type { Hub } from './hub.ts';
import { servedIn } from './served.ts';
import { isSpoken } from './spoken.ts';

export interface ListQuery {
  readonly sort: 'likes' | 'trendingScore';
  /** Models that a page has at most. */
  readonly limit: number;
  /** Already encoded, such as `search=flux`. */
  readonly filter?: string;
  /** Fields beside the one that says who serves a model. */
  readonly fields?: readonly ('likes' | 'downloads' | 'gated')[];
}

/** A page of 50 has about 100 kB. */
const mostBytes = 8_000_000;
/** Of one page, whatever was asked for. */
const mostEntries = 200;

/** The address of the first page. */
export function listUrl({ url }: Hub, { sort, limit, filter, fields = [] }: ListQuery): string {
  const expand = ['inferenceProviderMapping', ...fields].map((field) => `&expand[]=${field}`).join('');
  const wanted = filter === undefined ? '' : `&${filter}`;
  return `${url}/api/models?pipeline_tag=text-to-image&inference_provider=all&sort=${sort}&limit=${limit}${wanted}${expand}`;
}

/**
 * @param url of a page, as `listUrl` or an earlier page has given it
 * @throws {ImageFailure} what keeps the Hub from answering, or `badReply`
 * @throws the signal's reason, when it is aborted
 */
export async function listModels(hub: Hub, url: string, transport: Transport, signal: AbortSignal): Promise<ModelPage> {
  const reply = await exchange(
    { method: 'GET', url, headers: { accept: 'application/json' } },
    hub.token,
    transport,
    signal,
  );
  if (reply.status !== 200) throw noList(reply, hub, transport);
  if (reply.body.length > mostBytes) throw badReply('tooLarge', hub);
  const content = replyContent(reply);
  // A captive portal says 200 as well.
  if (content.type !== 'json' || !Array.isArray(content.value))
    throw badReply(content.type === 'html' ? 'html' : 'json', hub);
  const entries: readonly unknown[] = content.value;
  const models = entries.slice(0, mostEntries).flatMap((entry) => listedModel(entry) ?? []);
  const next = nextPage(reply, hub);
  return { models, ...(next === undefined ? {} : { next }) };
}

/** Whether an address is one of this Hub's list: nobody else gets the token, and no other question is asked. */
export function isPageOf({ url: hub }: Pick<Hub, 'url'>, page: string): boolean {
  if (page.length > 4_000 || !URL.canParse(page)) return false;
  const list = new URL(`${hub}/api/models`);
  const { origin, pathname, username, password } = new URL(page);
  return origin === list.origin && pathname === list.pathname && username === '' && password === '';
}

/** Undefined for one that nobody whom Depict speaks serves. */
function listedModel(entry: unknown): ListedModel | undefined {
  if (!isObject(entry)) return undefined;
  const { id, likes, downloads, gated, inferenceProviderMapping } = entry;
  if (typeof id !== 'string' || !isHubModel(id)) return undefined;
  const served = servedIn(inferenceProviderMapping).filter(isSpoken);
  if (served.length === 0) return undefined;
  return {
    id,
    ...(isCount(likes) ? { likes } : {}),
    ...(isCount(downloads) ? { downloads } : {}),
    gated: gated === true || gated === 'auto' || gated === 'manual',
    providers: [...new Set(served.map(({ provider }) => provider))],
  };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

/** `Link: <https://…>; rel="next"`, RFC 8288. */
function nextPage({ headers }: HttpReply, hub: Hub): string | undefined {
  const [, page] =
    /<([^<>\s]+)>\s*;[^<]*?\brel="?next"?(?=[\s;,]|$)/i.exec((headers['link'] ?? '').slice(0, 10_000)) ?? [];
  return page !== undefined && isPageOf(hub, page) ? page : undefined;
}

/** No model was asked for: what is missing is the list. */
function noList(reply: HttpReply, hub: Hub, transport: Transport): ImageFailure {
  const about = hubFailure(reply, hub, '', transport);
  const { kind } = about.failure;
  return kind === 'modelMissing' || kind === 'modelNotServed' || kind === 'modelLoading'
    ? badReply('unexpectedStatus', hub, reply.status)
    : about;
}

function badReply(problem: ReplyProblem, { url }: Hub, status?: number): ImageFailure {
  const { host: service } = new URL(url);
  return new ImageFailure({ kind: 'badReply', problem, service, ...(status === undefined ? {} : { status }) });
}
