/** One signal for everything that ends a job early: the user, or the time that it may take. */
import type { Clock } from './transport.ts';

export interface Deadline {
  /** Aborted by whichever comes first, with that one's reason. */
  readonly signal: AbortSignal;
  /** Milliseconds left; 0 when it is over. */
  remaining(): number;
  /** What running out of time means from now on. */
  expireAs(reason: unknown): void;
  /** To be called when the work is done, or the clock keeps running. */
  stop(): void;
}

/** Made when they are needed: errors note where they were made, which takes time, and nearly every job ends well. */
export interface Reasons {
  /** Default: the reason of the signal that cancels. */
  readonly cancelled?: () => unknown;
  readonly expired: () => unknown;
}

/**
 * Not `AbortSignal.timeout`: its timer does not keep the process alive, Node 20 may collect it together with an
 * `AbortSignal.any` that nobody else holds, and a test could not move its clock.
 */
export function startDeadline(milliseconds: number, cancel: AbortSignal, clock: Clock, reasons: Reasons): Deadline {
  const work = new AbortController();
  const done = new AbortController();
  const end = clock.now() + milliseconds;
  let { expired } = reasons;

  const onCancel = (): void => work.abort(reasons.cancelled ? reasons.cancelled() : cancel.reason);
  if (cancel.aborted) onCancel();
  cancel.addEventListener('abort', onCancel, { once: true });
  clock.wait(milliseconds, done.signal).then(
    () => work.abort(expired()),
    // Stopped: the work was done in time.
    () => undefined,
  );
  return {
    signal: work.signal,
    remaining: () => Math.max(0, end - clock.now()),
    expireAs: (reason) => {
      expired = () => reason;
    },
    stop: () => {
      cancel.removeEventListener('abort', onCancel);
      // With a reason of its own: the default one is an error.
      done.abort('stopped');
    },
  };
}
