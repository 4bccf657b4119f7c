/** Turns what a place has answered into a picture: waits for the job, fetches what is linked, unwraps the bytes. */
import { ImageFailure, isImageFailure, type Failure } from '../core/failure.ts';
import { windowCloses, type JobHandle } from '../core/jobHandle.ts';
import type { InferredImage } from '../core/request.ts';
import { costIn } from '../core/spend/cost.ts';
import type { Answer, AskPorts } from './ask.ts';
import { download } from './download.ts';
import { cancelJob } from './jobs/cancelJob.ts';
import { followJob } from './jobs/followJob.ts';
import type { Place } from './place.ts';
import type { Jobs } from './providers/provider.ts';
import { classifyFailedJob } from './reply/classify.ts';
import type { ImageReading, LinkReading } from './reply/reading.ts';
import { requestIdIn } from './reply/requestIdIn.ts';
import type { HttpReply } from './transport.ts';

export interface ObtainPorts extends AskPorts {
  /** Aborted by the user, or with `windowCloses`. The deadline's own is aborted by time as well. */
  readonly signal: AbortSignal;
  /** The service has taken the request and has not said at once that it failed: from now on it may be billed. */
  readonly onTaken?: () => void;
  /** A provider has accepted a job: it is paid for, and found again by this. */
  readonly onAccepted?: (handle: JobHandle) => void;
  /** Nothing more can come of the job: its picture is here, or it has failed, or nobody wants it any more. */
  readonly onSettled?: (handle: JobHandle) => void;
}

/**
 * @param signal of the deadline
 * @throws {ImageFailure}
 */
export async function obtain(answer: Answer, ports: ObtainPorts, signal: AbortSignal): Promise<InferredImage> {
  const { place, reading, reply } = answer;
  if (reading.type === 'failed') {
    throw new ImageFailure(classifyFailedJob(reply, place.asked, reading.words, reading.filter));
  }
  ports.onTaken?.();
  const handle = handleOf(answer);
  if (!handle || !place.jobs) {
    if (reading.type === 'pending') throw new TypeError('A job, and no way to ask about it');
    return receive(reading, reply, answer, ports, signal);
  }
  ports.onAccepted?.(handle);
  return settle(handle, place, place.jobs, ports, signal, async (jobs) => {
    if (reading.type !== 'pending') return receive(reading, reply, answer, ports, signal);
    const finished = await followJob(handle.job, reading, jobs, place, ports, signal);
    return receive(finished.reading, finished.reply, answer, ports, signal);
  });
}

/**
 * Picks up a job that was accepted before.
 * @param signal of the deadline
 * @throws {ImageFailure}
 */
export function pickUp(
  handle: JobHandle,
  place: Place,
  jobs: Jobs,
  ports: ObtainPorts,
  signal: AbortSignal,
): Promise<InferredImage> {
  return settle(handle, place, jobs, ports, signal, async () => {
    const { reading, reply } = await followJob(handle.job, undefined, jobs, place, ports, signal);
    return receive(reading, reply, { ...handle, place }, ports, signal);
  });
}

function handleOf({ place, reading, ignored, seed }: Answer): JobHandle | undefined {
  const { provider, model } = place.asked;
  if (provider === undefined || (reading.type !== 'pending' && reading.type !== 'link')) return undefined;
  if (reading.job === undefined) return undefined;
  return { version: 1, provider, model, job: reading.job, ignored, ...(seed === undefined ? {} : { seed }) };
}

/** Sees a job to its end, and says when it has one. */
async function settle(
  handle: JobHandle,
  place: Place,
  jobs: Jobs,
  ports: ObtainPorts,
  signal: AbortSignal,
  work: (jobs: Jobs) => Promise<InferredImage>,
): Promise<InferredImage> {
  try {
    const image = await work(jobs);
    ports.onSettled?.(handle);
    return image;
  } catch (error) {
    if (ports.signal.reason === windowCloses) throw error;
    if (signal.aborted) {
      const call = jobs.cancel?.(handle.job);
      const takenBack = call !== undefined && (await cancelJob(call, place, ports.transport));
      // Out of time, and no way to take it back: its picture will be there, and is paid for.
      if (takenBack || ports.signal.aborted) ports.onSettled?.(handle);
    } else if (isImageFailure(error) && isOver(error.failure)) {
      // A bug of ours says nothing about the picture.
      ports.onSettled?.(handle);
    }
    throw error;
  }
}

/** False for what only keeps us from asking about the job, or from fetching its picture. */
function isOver(failure: Failure): boolean {
  if (['offline', 'rateLimited', 'noToken', 'badToken', 'forbidden'].includes(failure.kind)) return false;
  // A job that has failed is told without a status.
  if (failure.kind === 'providerDown' || failure.kind === 'noCredit') return failure.status === undefined;
  return failure.kind !== 'badReply' || !['html', 'truncated'].includes(failure.problem);
}

async function receive(
  reading: ImageReading | LinkReading,
  reply: HttpReply,
  { place, ignored, seed: sent }: Pick<Answer, 'place' | 'ignored' | 'seed'>,
  { transport }: AskPorts,
  signal: AbortSignal,
): Promise<InferredImage> {
  const { service, provider } = place.asked;
  const requestId = requestIdIn(reply.headers, place.asked.token);
  const evidence = { service, ...(requestId === undefined ? {} : { requestId }) };
  const data = await dataOf(reading, place, transport, signal);
  const bytes = typeof data === 'string' ? transport.decodeBase64(data) : data;
  if (!bytes) throw new ImageFailure({ kind: 'badReply', problem: 'undecodable', status: reply.status, ...evidence });

  const { flagged, model } = reading;
  const seed = reading.seed ?? sent;
  const cost = costIn({ ...reading, computeSeconds: reading.computeSeconds ?? computeTime(reply) });
  return {
    bytes,
    ...evidence,
    provider: provider ?? service,
    ...(model === undefined ? {} : { model }),
    ...(seed === undefined ? {} : { seed }),
    ignored,
    ...(flagged ? { flagged } : {}),
    ...(cost ? { cost } : {}),
  };
}

/** @throws {ImageFailure} `refused` where the picture is not to be had, and the service objects to it */
async function dataOf(
  reading: ImageReading | LinkReading,
  { url, asked: { service } }: Place,
  transport: AskPorts['transport'],
  signal: AbortSignal,
): Promise<Uint8Array | string> {
  if (reading.type === 'image') return reading.data;
  try {
    return await download(reading.url, url, transport, signal);
  } catch (error) {
    signal.throwIfAborted();
    if (reading.flagged && isImageFailure(error) && isOver(error.failure)) {
      throw new ImageFailure({ kind: 'refused', reason: 'filter', service }, { cause: error });
    }
    throw error;
  }
}

/** `x-compute-time`, in seconds. */
function computeTime({ headers }: HttpReply): number | undefined {
  const text = headers['x-compute-time'] ?? '';
  return /^\d{1,6}(\.\d+)?$/.test(text) ? Number(text) : undefined;
}
