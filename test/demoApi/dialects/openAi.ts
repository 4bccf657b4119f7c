/**
 * A server at home that speaks as OpenAI does. LocalAI's way: `prompt|negative prompt`, base64 where it is asked for, an
 * address otherwise. The path `/sd-server` has one that takes prompt and size alone, `/relative` one whose addresses
 * have no host.
 */
import { randomBytes } from 'node:crypto';
import type { Call } from '../server/call.ts';
import { jsonReply } from '../server/reply.ts';
import type { Reply } from '../server/reply.ts';
import type { Services } from '../server/services.ts';
import { homeModel } from './homeModel.ts';
import { orderFrom, problemsIn, sizeFrom } from './routedCall.ts';
import { requestBody } from './requestBody.ts';

export async function postOpenAi(call: Call, { studio, images }: Services): Promise<Reply> {
  const body = requestBody(call);
  if ('reply' in body) return body.reply;
  const { fields } = body;
  const isSdServer = call.url.pathname.startsWith('/sd-server/');
  const whole = fields['prompt'];
  const [prompt, negative] = typeof whole === 'string' ? whole.split('|') : [];
  const own = isSdServer ? {} : { seed: fields['seed'], num_inference_steps: fields['step'] };
  const values = { prompt, negative_prompt: negative, ...sizeFrom(fields['size']), ...own };
  const [problem] = problemsIn(values);
  if (problem) return jsonReply(400, { error: { message: `${problem.name}: ${problem.words}`, code: 400, type: '' } });

  const picture = await studio.make(orderFrom(values, homeModel, 'image/png'), 'none', call.signal);
  const base64 = { b64_json: Buffer.from(picture.body).toString('base64') };
  if (isSdServer) return jsonReply(200, { created: 1_700_000_000, output_format: 'png', data: [base64] });
  const isRelative = call.url.pathname.startsWith('/relative/');
  const url = images.put(picture, call);
  const linked = { url: isRelative ? url.slice(call.url.origin.length) : url };
  const wantsBase64 = fields['response_format'] === 'b64_json' && !isRelative;
  const id = randomBytes(8).toString('hex');
  return jsonReply(200, { created: 1_700_000_000, id, data: [{ index: 0, ...(wantsBase64 ? base64 : linked) }] });
}
