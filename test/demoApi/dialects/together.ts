/** Together AI: the picture at once, in base64 or at an address. Says `retry-after` even when all is well. */
import type { Call } from '../server/call.ts';
import { jsonReply } from '../server/reply.ts';
import type { Reply } from '../server/reply.ts';
import type { Services } from '../server/services.ts';
import { isObjectionable, orderFrom, problemsIn, routedCall } from './routedCall.ts';

export async function postTogether(call: Call, services: Services): Promise<Reply> {
  const routed = routedCall(call, 'together', (body) => String(body['model']), services.requireToken);
  if ('reply' in routed) return routed.reply;
  const { fields, model } = routed;
  const values = { ...fields, num_inference_steps: fields['steps'] };
  const [problem] = problemsIn(values);
  if (problem) return failure(`${problem.name}: ${problem.words}`, problem.name, 'invalid_value');
  const order = orderFrom(values, model, 'image/jpeg');
  if (isObjectionable(order)) return failure('NSFW content detected in the prompt', 'prompt', 'nsfw_content');

  const picture = await services.studio.make(order, 'none', call.signal);
  const wrapped =
    fields['response_format'] === 'base64'
      ? { b64_json: Buffer.from(picture.body).toString('base64') }
      : { url: services.images.put(picture, call) };
  const answer = { id: 'demo', model: fields['model'], object: 'list', data: [{ index: 0, ...wrapped }] };
  return jsonReply(200, answer, { 'retry-after': '2' });
}

function failure(message: string, param: string, code: string): Reply {
  return jsonReply(422, { error: { message, type: 'invalid_request_error', param, code } });
}
