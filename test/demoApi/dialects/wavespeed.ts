/** WaveSpeedAI: every answer in an envelope; a prediction is asked about, and marks what its filter objects to. */
import type { Call } from '../server/call.ts';
import { jsonReply } from '../server/reply.ts';
import type { Reply } from '../server/reply.ts';
import type { DemoJob } from '../server/jobBook.ts';
import type { Services } from '../server/services.ts';
import { isObjectionable, orderFrom, problemsIn, routedCall, sizeFrom } from './routedCall.ts';

const name = 'wavespeed';

export function postWavespeed(call: Call, path: string, services: Services): Reply {
  const routed = routedCall(call, name, () => path, services.requireToken);
  if ('reply' in routed) return routed.reply;
  const values = { ...routed.fields, ...sizeFrom(routed.fields['size'], '*') };
  const [problem] = problemsIn(values);
  if (problem) {
    return jsonReply(400, { code: 400, message: `property "${problem.name}": ${problem.words}`, data: null });
  }
  const job = services.jobs.accept(name, orderFrom(values, routed.model, 'image/jpeg'));
  return envelope(job, call, services);
}

export async function getWavespeed(call: Call, path: string, services: Services): Promise<Reply> {
  const [, id = ''] = /^([\w-]+)\/result$/.exec(path) ?? [];
  const job = await services.jobs.look(name, id);
  return job
    ? envelope(job, call, services)
    : jsonReply(404, { code: 404, message: 'prediction not found', data: null });
}

const statuses = { queued: 'created', running: 'processing', done: 'completed', cancelled: 'failed' } as const;

function envelope(job: DemoJob, call: Call, { images }: Services): Reply {
  const done = job.state === 'done' && job.picture;
  const flagged = isObjectionable(job.order);
  const data = {
    id: job.id,
    model: job.order.model,
    urls: { get: `https://api.wavespeed.ai/api/v3/predictions/${job.id}/result` },
    status: done && flagged ? 'failed' : statuses[job.state],
    outputs: done && !flagged ? [images.put(done, call)] : [],
    has_nsfw_contents: done ? [flagged] : [],
    error: done && flagged ? 'Content flagged as potentially sensitive' : '',
    created_at: '2026-01-01T00:00:00Z',
    timings: { inference: done ? 500 : 0 },
  };
  return jsonReply(200, { code: 200, message: 'success', data });
}
