/**
 * Replicate: holds the call while `Prefer: wait` asks for it. What has to be waited for longer is a prediction that is
 * asked about: here every one of a model by version.
 */
import type { Call } from '../server/call.ts';
import { headerOf } from '../server/call.ts';
import { jsonReply } from '../server/reply.ts';
import type { Reply } from '../server/reply.ts';
import type { DemoJob } from '../server/jobBook.ts';
import type { Services } from '../server/services.ts';
import type { Fields } from './checks.ts';
import { fieldsIn, isObjectionable, orderFrom, problemsIn, routedCall } from './routedCall.ts';

const name = 'replicate';

export function postReplicate(call: Call, path: string, services: Services): Reply | Promise<Reply> {
  const cancelled = /^predictions\/([\w-]+)\/cancel$/.exec(path)?.[1];
  if (cancelled !== undefined) return cancel(cancelled, services);
  const byName = /^models\/(.+)\/predictions$/.exec(path)?.[1];
  if (byName === undefined && path !== 'predictions') return jsonReply(404, { detail: 'Not found.', status: 404 });
  return predict(call, byName, services);
}

export async function getReplicate(call: Call, id: string, services: Services): Promise<Reply> {
  const job = await services.jobs.look(name, id);
  return job ? jsonReply(200, prediction(job, call, services)) : jsonReply(404, { detail: 'Not found.', status: 404 });
}

async function predict(call: Call, byName: string | undefined, services: Services): Promise<Reply> {
  const version = (fields: Fields): string => versions.get(String(fields['version'])) ?? '';
  const routed = routedCall(call, name, (fields) => byName ?? version(fields), services.requireToken);
  if ('reply' in routed) return routed.reply;
  const values = fieldsIn(routed.fields['input']);
  const problems = problemsIn(values);
  if (problems.length > 0) {
    const fields = problems.map((one) => ({ type: 'value', field: `input.${one.name}`, description: one.words }));
    const detail = problems.map((one) => `- input.${one.name}: ${one.words}`).join('\n');
    return jsonReply(422, { title: 'Input validation failed', detail, status: 422, invalid_fields: fields });
  }
  const job = services.jobs.accept(name, orderFrom(values, routed.model, 'image/png'));
  if (byName === undefined || headerOf(call, 'prefer') !== 'wait') {
    return jsonReply(201, prediction(job, call, services));
  }
  const picture = await services.studio.make(job.order, 'none', call.signal);
  return jsonReply(201, prediction({ ...job, state: 'done', picture }, call, services));
}

/** The one version that this server knows. */
const versions = new Map([
  [
    '7762fd07cf82c948538e41f63f77d685e02b063e37e496e96eefd46c929f9bdc',
    'stability-ai/sdxl:7762fd07cf82c948538e41f63f77d685e02b063e37e496e96eefd46c929f9bdc',
  ],
]);

function cancel(id: string, { jobs }: Services): Reply {
  if (jobs.cancel(name, id) === undefined) return jsonReply(404, { detail: 'Not found.', status: 404 });
  return jsonReply(200, { id, status: 'canceled', output: null, error: null });
}

const statuses = { queued: 'starting', running: 'processing', done: 'succeeded', cancelled: 'canceled' } as const;

function prediction(job: DemoJob, call: Call, { images }: Services): object {
  const base = `https://api.replicate.com/v1/predictions/${job.id}`;
  const about = { id: job.id, input: { prompt: job.order.prompt }, urls: { get: base, cancel: `${base}/cancel` } };
  if (job.state !== 'done' || !job.picture) {
    return { ...about, status: statuses[job.state], output: null, error: null, logs: '' };
  }
  if (isObjectionable(job.order)) {
    const error = 'NSFW content detected. Try running it again, or try a different prompt.';
    return { ...about, status: 'failed', output: null, error };
  }
  const output = [images.put(job.picture, call)];
  return { ...about, status: 'succeeded', output, error: null, metrics: { predict_time: 0.5 } };
}
