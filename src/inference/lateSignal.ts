/** A signal that follows another one some time later. */
import type { Clock } from './transport.ts';

export interface LateSignal {
  readonly signal: AbortSignal;
  /** To be called when the work is done, or the clock keeps running. */
  stop(): void;
}

export function lateSignal(signal: AbortSignal, milliseconds: number, clock: Clock): LateSignal {
  const late = new AbortController();
  const done = new AbortController();
  const onAbort = (): void => {
    clock.wait(milliseconds, done.signal).then(
      () => late.abort(signal.reason),
      () => undefined,
    );
  };
  if (signal.aborted) onAbort();
  else signal.addEventListener('abort', onAbort, { once: true });
  return {
    signal: late.signal,
    stop: () => {
      signal.removeEventListener('abort', onAbort);
      done.abort('stopped');
    },
  };
}
