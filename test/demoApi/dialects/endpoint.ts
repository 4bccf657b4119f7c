/**
 * A dedicated endpoint, as huggingface-inference-toolkit answers: POST /endpoint. Content-Type exactly
 * application/json; raw bytes only for an exact Accept, otherwise a JSON string of base64; `target_size` is understood.
 * /endpoint/sleeping is scaled to zero: 503 until it is up, unless X-Scale-Up-Timeout has the call held.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Call } from '../server/call.ts';
import { headerOf } from '../server/call.ts';
import type { Loading } from '../server/loading.ts';
import { errorReply, jsonReply } from '../server/reply.ts';
import type { Reply } from '../server/reply.ts';
import type { PictureType, Studio } from '../studio.ts';
import { refusal } from '../tokens.ts';
import { isFields } from './checks.ts';
import type { Fields } from './checks.ts';
import { pipelineCall } from './pipelineCall.ts';
import { requestBody } from './requestBody.ts';

const edge = 1024;
const about = { model: 'endpoint', sha: '0123456789abcdef0123456789abcdef01234567' } as const;

export async function answerEndpoint(
  call: Call,
  { studio, loading, requireToken }: { studio: Studio; loading: Loading; requireToken: boolean },
): Promise<Reply> {
  const refused = refusal(call, requireToken);
  if (refused) return refused;
  if (call.url.pathname.endsWith('/sleeping') && !(await isUp(call, loading))) {
    return errorReply(503, 'Service Unavailable: the endpoint is scaled to zero and is starting');
  }

  const contentType = headerOf(call, 'content-type');
  if (contentType !== 'application/json') {
    return errorReply(
      400,
      `Content type "${contentType}" not supported.\nSupported content types are: application/json`,
    );
  }
  const type = answerType(headerOf(call, 'accept'));
  if ('reply' in type) return type.reply;
  const body = requestBody(call);
  if ('reply' in body) return body.reply;
  const pipeline = pipelineCall(withFlatSize(body.fields), edge);
  if ('reply' in pipeline) return pipeline.reply;

  const picture = await studio.make({ ...pipeline.arguments, ...about, type: type.picture }, 'none', call.signal);
  return type.wrapped ? jsonReply(200, Buffer.from(picture.body).toString('base64')) : picture;
}

function answerType(
  accept = '*/*',
): { readonly picture: PictureType; readonly wrapped: boolean } | { readonly reply: Reply } {
  if (accept === 'image/png' || accept === 'image/jpeg') return { picture: accept, wrapped: false };
  if (accept === '*/*' || accept === 'application/json') return { picture: 'image/png', wrapped: true };
  const supported = 'image/png, image/jpeg, application/json';
  return { reply: errorReply(400, `Accept type "${accept}" not supported.\nSupported accept types are: ${supported}`) };
}

function withFlatSize(fields: Fields): Fields {
  const { parameters } = fields;
  if (!isFields(parameters) || !isFields(parameters['target_size'])) return fields;
  const { target_size: size, ...others } = parameters;
  return { ...fields, parameters: { ...others, ...size } };
}

/** Waits as long as X-Scale-Up-Timeout (seconds) says, if it is there. */
async function isUp(call: Call, loading: Loading): Promise<boolean> {
  const patience = Number(headerOf(call, 'x-scale-up-timeout') ?? 0) || 0;
  const left = loading.secondsLeft('endpoint');
  await sleep(Math.min(left, patience) * 1000, undefined, { signal: call.signal });
  return left <= patience;
}
