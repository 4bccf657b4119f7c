/** Nscale: the picture at once, in base64. Refuses what it has no place for. */
import type { Call } from '../server/call.ts';
import { jsonReply } from '../server/reply.ts';
import type { Reply } from '../server/reply.ts';
import type { Services } from '../server/services.ts';
import { orderFrom, problemsIn, routedCall, sizeFrom } from './routedCall.ts';

const known = ['model', 'prompt', 'size', 'response_format', 'seed', 'negative_prompt', 'n'];

export async function postNscale(call: Call, services: Services): Promise<Reply> {
  const routed = routedCall(call, 'nscale', (body) => String(body['model']), services.requireToken);
  if ('reply' in routed) return routed.reply;
  const { fields, model } = routed;
  const strange = Object.keys(fields).find((name) => !known.includes(name));
  if (strange !== undefined) return failure(`Unknown parameter: '${strange}'`, strange);
  const values = { ...fields, ...sizeFrom(fields['size']) };
  const [problem] = problemsIn(values);
  if (problem) return failure(`${problem.name}: ${problem.words}`, problem.name);
  const picture = await services.studio.make(orderFrom(values, model, 'image/png'), 'none', call.signal);
  return jsonReply(200, { created: 1_700_000_000, data: [{ b64_json: Buffer.from(picture.body).toString('base64') }] });
}

function failure(message: string, param: string): Reply {
  return jsonReply(400, { error: { message, type: 'invalid_request_error', param, code: 'invalid_request' } });
}
