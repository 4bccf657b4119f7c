/**
 * fal.ai: a queue (`?_subdomain=queue`), or an answer at once. Its size is an object; flat width and height are ignored
 * without a word. What its filter objects to comes as a black picture that is marked.
 */
import type { Call } from '../server/call.ts';
import { jsonReply } from '../server/reply.ts';
import type { Reply } from '../server/reply.ts';
import type { DemoJob } from '../server/jobBook.ts';
import type { Services } from '../server/services.ts';
import { blackPicture } from './blackPicture.ts';
import { fieldsIn, isObjectionable, orderFrom, problemsIn, routedCall } from './routedCall.ts';

const name = 'fal-ai';
/** One picture. */
const billed = { 'x-fal-billable-units': '1' };

export async function postFal(call: Call, path: string, services: Services): Promise<Reply> {
  const routed = routedCall(call, name, () => path, services.requireToken);
  if ('reply' in routed) return routed.reply;
  const { fields, model } = routed;
  const size = fieldsIn(fields['image_size']);
  const values = { ...fields, width: size['width'], height: size['height'] };
  const problems = problemsIn(values);
  if (problems.length > 0) {
    const detail = problems.map((one) => ({ loc: ['body', one.name], msg: one.words, type: 'value_error' }));
    return jsonReply(422, { detail });
  }
  const order = orderFrom(values, model, 'image/png');
  if (call.url.searchParams.get('_subdomain') === 'queue') {
    const job = services.jobs.accept(name, order);
    return jsonReply(200, { ...addresses(path, job), status: 'IN_QUEUE', queue_position: job.ahead });
  }
  const picture = await services.studio.make(order, 'none', call.signal);
  const inline = fields['sync_mode'] === true;
  return jsonReply(200, await result({ order, picture }, call, services, inline), billed);
}

export async function getFal(call: Call, path: string, services: Services): Promise<Reply> {
  const [, id = '', asksStatus] = /\/requests\/([\w-]+)(\/status)?$/.exec(path) ?? [];
  const known = asksStatus ? await services.jobs.look(name, id) : services.jobs.all.find((job) => job.id === id);
  if (!known) return jsonReply(404, { detail: 'Request not found' });
  if (asksStatus) return jsonReply(known.state === 'done' ? 200 : 202, status(path.replace(/\/status$/, ''), known));
  if (known.state !== 'done') return jsonReply(400, { detail: 'Request is still in progress' });
  return jsonReply(200, await result(known, call, services, false), billed);
}

export function putFal(_call: Call, path: string, { jobs }: Services): Reply {
  const [, id = ''] = /\/requests\/([\w-]+)\/cancel$/.exec(path) ?? [];
  const done = jobs.cancel(name, id);
  if (done === undefined) return jsonReply(404, { status: 'NOT_FOUND' });
  return done === 'cancelled'
    ? jsonReply(202, { status: 'CANCELLATION_REQUESTED' })
    : jsonReply(400, { status: 'ALREADY_COMPLETED' });
}

function status(path: string, job: DemoJob): object {
  const about = { request_id: job.id, response_url: `https://queue.fal.run/${path}` };
  if (job.state === 'queued') return { ...about, status: 'IN_QUEUE', queue_position: job.ahead };
  if (job.state === 'running') return { ...about, status: 'IN_PROGRESS', logs: null };
  if (job.state === 'cancelled') return { ...about, status: 'COMPLETED', error: 'Request was cancelled' };
  return { ...about, status: 'COMPLETED', logs: null, metrics: { inference_time: 0.5 } };
}

/** The addresses are those of fal's own host, without the path below the app. */
function addresses(path: string, { id }: DemoJob): object {
  const app = path.split('/').slice(0, 2).join('/');
  const base = `https://queue.fal.run/${app}/requests/${id}`;
  return { request_id: id, response_url: base, status_url: `${base}/status`, cancel_url: `${base}/cancel` };
}

async function result(
  { order, picture }: Pick<DemoJob, 'order' | 'picture'>,
  call: Call,
  { images }: Services,
  inline: boolean,
): Promise<object> {
  const flagged = isObjectionable(order);
  const shown = flagged || !picture ? await blackPicture(order.type) : picture;
  const url = inline
    ? `data:image/png;base64,${Buffer.from(shown.body).toString('base64')}`
    : // The bytes are PNG, whatever is said of them.
      images.put(shown, call, 'image/jpeg');
  const { width, height, prompt, seed } = order;
  return {
    images: [{ url, width, height, content_type: 'image/jpeg' }],
    timings: { inference: 0.5 },
    seed,
    has_nsfw_concepts: [flagged],
    prompt,
  };
}
