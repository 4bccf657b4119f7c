/** Finds out which kind of server answers at an address, by what it says to a few harmless questions. */
import type { EndpointApi } from '../../core/request.ts';
import { look } from '../look.ts';
import { replyContent } from '../reply/replyContent.ts';
import { isObject } from '../reply/replyObject.ts';
import type { HttpReply, Transport } from '../transport.ts';
import { longestHomeLook, lookHome, objectsIn } from './homeAnswer.ts';
import type { HomeServer } from './homeServer.ts';

export interface Recognized {
  /** The surest first; several where a server speaks several, as sd-server does. */
  readonly apis: readonly EndpointApi[];
  /** Every question was turned away with 401 or 403. */
  readonly refused: boolean;
  /** Every question was answered with 503: an Inference Endpoint that is scaled to zero. */
  readonly asleep: boolean;
  /** It looks like a web UI of AUTOMATIC1111's kind that was started without `--api`. */
  readonly noApi: boolean;
}

interface Sign {
  readonly api: EndpointApi;
  readonly path: string;
  readonly means: (reply: HttpReply) => boolean;
}

const samplersPath = '/sdapi/v1/samplers';

/** The first two are specific. Many programs have a `/health`; huggingface-inference-toolkit answers it with "OK". */
const signs: readonly Sign[] = [
  { api: 'automatic1111', path: samplersPath, means: (reply) => objectsIn(reply) !== undefined },
  { api: 'openai', path: '/v1/models', means: (reply) => objectsIn(reply, 'data') !== undefined },
  { api: 'hf', path: '/health', means: saysOk },
];

/**
 * @param address that a picture would be posted to, where the settings have all of it and it is no call of another kind
 * @throws {ImageFailure} where none of the questions is answered
 * @throws the signal's reason, when it is aborted
 */
export async function recognize(
  server: HomeServer,
  address: string | undefined,
  transport: Transport,
  signal: AbortSignal,
): Promise<Recognized> {
  const asked = signs.map(({ path }) => lookHome(server, path, transport, signal));
  const itself = address === undefined ? [] : [look(address, server.token, longestHomeLook, transport, signal)];
  const settled = await Promise.allSettled([...asked, ...itself]);
  signal.throwIfAborted();
  const replies = settled.map((one) => (one.status === 'fulfilled' ? one.value : undefined));
  const known = replies.filter((reply) => reply !== undefined);
  if (known.length === 0) throw settled.find((one) => one.status === 'rejected')?.reason;

  const apis = signs.flatMap(({ api, means }, index) => (replies[index] && means(replies[index]) ? [api] : []));
  // A route that takes POST only, at the very address, is the surest sign: a picture can be asked for there.
  const takesPosts = replies[signs.length]?.status === 405 && !apis.includes('hf');
  return {
    apis: takesPosts ? ['hf', ...apis] : apis,
    refused: known.every(({ status }) => status === 401 || status === 403),
    asleep: known.every(({ status }) => status === 503),
    noApi: apis.length === 0 && looksLikeFastApi(replies[0]),
  };
}

function saysOk(reply: HttpReply): boolean {
  const content = replyContent(reply);
  return reply.status === 200 && content.type === 'text' && /^ok$/i.test(content.text);
}

/** What FastAPI says where there is no such route. */
function looksLikeFastApi(reply: HttpReply | undefined): boolean {
  if (reply?.status !== 404) return false;
  const content = replyContent(reply);
  if (content.type !== 'json' || !isObject(content.value)) return false;
  return content.value['detail'] === 'Not Found' && Object.keys(content.value).length === 1;
}
