/** Z.ai: a task that is asked about; needs to be told where the call comes from. */
import type { Call } from '../server/call.ts';
import { headerOf } from '../server/call.ts';
import { jsonReply } from '../server/reply.ts';
import type { Reply } from '../server/reply.ts';
import type { Services } from '../server/services.ts';
import { isObjectionable, orderFrom, problemsIn, routedCall, sizeFrom } from './routedCall.ts';

const name = 'zai-org';

export function postZai(call: Call, services: Services): Reply {
  const routed = routedCall(call, name, (body) => String(body['model']), services.requireToken);
  if ('reply' in routed) return routed.reply;
  if (headerOf(call, 'x-source-channel') !== 'hugging_face') return failure('1212', 'Unknown source channel');
  const { prompt, size } = routed.fields;
  const values = { prompt, ...sizeFrom(size) };
  const [problem] = problemsIn(values);
  if (problem) return failure('1210', `${problem.name}: ${problem.words}`);
  const job = services.jobs.accept(name, orderFrom(values, routed.model, 'image/png'));
  return jsonReply(200, { id: job.id, request_id: job.id, model: routed.fields['model'], task_status: 'PROCESSING' });
}

export async function getZai(call: Call, id: string, { jobs, images }: Services): Promise<Reply> {
  const job = await jobs.look(name, id);
  if (!job) return failure('1211', 'The task does not exist', 404);
  const about = { id, model: 'glm-image', request_id: id };
  if (job.state !== 'done' || !job.picture) return jsonReply(200, { ...about, task_status: 'PROCESSING' });
  if (isObjectionable(job.order)) {
    return jsonReply(200, { ...about, task_status: 'FAIL', content_filter: [{ role: 'user', level: 1 }] });
  }
  const result = [{ url: images.put(job.picture, call) }];
  return jsonReply(200, { ...about, task_status: 'SUCCESS', image_result: result });
}

function failure(code: string, message: string, status = 400): Reply {
  return jsonReply(status, { error: { code, message } });
}
