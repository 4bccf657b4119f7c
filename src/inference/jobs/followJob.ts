/** Waits for a job that a provider has accepted. It is paid for: only its own end, or the user's, is the end of it. */
import { ImageFailure, isImageFailure, type Failure } from '../../core/failure.ts';
import type { Stage } from '../../core/request.ts';
import { exchange } from '../exchange.ts';
import type { Place } from '../place.ts';
import type { Jobs } from '../providers/provider.ts';
import { classify, classifyFailedJob } from '../reply/classify.ts';
import type { ImageReading, JobCall, LinkReading, PendingReading, Reading } from '../reply/reading.ts';
import { retryAfterSeconds } from '../reply/retryAfter.ts';
import { withNamedStatus } from '../reply/withNamedStatus.ts';
import type { HttpReply, Transport } from '../transport.ts';
import { isTransient, mostTroubles, pauseBefore, troublePause, type Look } from './patience.ts';

export interface Finished {
  readonly reading: ImageReading | LinkReading;
  readonly reply: HttpReply;
}

/** Answers in a row that nobody understands, before the job counts as lost. */
const mostStrange = 10;

/**
 * @param first what was told when the job was accepted; without it the job is looked at right away
 * @throws {ImageFailure} also where the job cannot be looked at for a while; then it may still be there later
 * @throws the signal's reason, when it is aborted
 */
export async function followJob(
  job: string,
  first: PendingReading | undefined,
  jobs: Jobs,
  place: Place,
  ports: { readonly transport: Transport; readonly onStage: (stage: Stage) => void },
  signal: AbortSignal,
): Promise<Finished> {
  const { transport, onStage } = ports;
  let pending = first;
  let looks = 0;
  let strange = 0;
  let wantsResult = first?.next !== undefined;
  for (;;) {
    if (pending) {
      onStage(pending.stage);
      if (!wantsResult) await transport.wait(pauseBefore(looks++, jobs.pauses), signal);
    }
    const call = (wantsResult ? pending?.next : undefined) ?? jobs.poll(job);
    const look: Look = pending?.failed ? 'whyFailed' : wantsResult ? 'result' : 'status';
    const understand = (reply: HttpReply): Seen => seenIn(reply, look, job, jobs);
    const { reply, read, isOwn } = await lookAt(call, place, look, understand, transport, signal);
    if (!read) throw new ImageFailure(failureOf(reply, place, look, isOwn, transport));

    switch (read.type) {
      case 'image':
      case 'link':
        return { reading: read, reply };
      case 'failed':
        throw new ImageFailure(classifyFailedJob(reply, place.asked, read.words, read.filter));
      case 'noImage': {
        const { failure } = classify(reply, place.asked, transport.now(), read.problem);
        throw new ImageFailure(look === 'whyFailed' ? classifyFailedJob(reply, place.asked) : failure);
      }
      case 'pending': {
        // Asked for its result, the job says once more that it is not ready.
        const again = wantsResult;
        if (read.unknown || again) strange += 1;
        else if (!read.next) strange = 0;
        if (strange >= mostStrange) {
          throw new ImageFailure(classify(reply, place.asked, transport.now(), 'json').failure);
        }
        pending = read;
        wantsResult = read.next !== undefined && !again;
      }
    }
  }
}

interface Seen {
  /** With the status that its body names. */
  readonly reply: HttpReply;
  /** Of an answer that is a success. */
  readonly read?: Reading;
  /** A failure that is how the job has ended, and will be the same when it is asked about again. */
  readonly isOwn: boolean;
}

function seenIn(answer: HttpReply, look: Look, job: string, jobs: Jobs): Seen {
  const read = isSuccess(answer) ? jobs.read(answer, job) : undefined;
  const reply = withNamedStatus(answer, read);
  if (read && isSuccess(reply)) return { reply, read, isOwn: false };
  return { reply, isOwn: look === 'result' && reply.status >= 500 && jobs.isOwnFailure?.(reply) === true };
}

/** One answer; a service that is busy, and a connection that breaks, get a few more tries. Nothing is billed by that. */
async function lookAt(
  { method, path, headers }: JobCall,
  place: Place,
  look: Look,
  understand: (reply: HttpReply) => Seen,
  transport: Transport,
  signal: AbortSignal,
): Promise<Seen> {
  const call = {
    method,
    url: `${place.base}${path}`,
    headers: { accept: 'application/json', ...headers, ...place.headers },
  };
  for (let troubles = 0; ; troubles++) {
    let after = 0;
    try {
      const seen = understand(await exchange(call, place.asked.token, transport, signal));
      if (troubles === mostTroubles || seen.isOwn || !isTransient(seen.reply.status, look)) return seen;
      after = retryAfterSeconds(seen.reply.headers, transport.now()) ?? 0;
    } catch (error) {
      signal.throwIfAborted();
      if (troubles === mostTroubles || !isBroken(error)) throw error;
    }
    await transport.wait(troublePause(troubles, after), signal);
  }
}

function failureOf(reply: HttpReply, { asked }: Place, look: Look, isOwn: boolean, transport: Transport): Failure {
  const { failure } = classify(reply, asked, transport.now());
  const { status } = reply;
  if ((status === 404 || status === 410) && 'service' in failure) {
    const { service, detail, requestId } = failure;
    const words = { ...(detail === undefined ? {} : { detail }), ...(requestId === undefined ? {} : { requestId }) };
    return { kind: 'badReply', problem: 'jobLost', service, status, ...words };
  }
  // What is wrong with the job itself, and not with asking about it.
  const own = isOwn || look === 'whyFailed' || (look === 'result' && status === 500);
  return own && failure.kind === 'providerDown' ? classifyFailedJob(reply, asked) : failure;
}

function isBroken(error: unknown): boolean {
  if (!isImageFailure(error)) return false;
  const { failure } = error;
  return failure.kind === 'offline' || (failure.kind === 'badReply' && failure.problem === 'truncated');
}

function isSuccess({ status }: HttpReply): boolean {
  return status >= 200 && status <= 299;
}
