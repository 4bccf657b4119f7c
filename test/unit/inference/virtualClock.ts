/** Time for tests: it stands still while a request is under way, and otherwise leaps to whoever waits for the shortest. */
import type { Transport } from '../../../src/inference/transport.ts';

export interface VirtualClock {
  /** The transport with this clock. */
  readonly transport: Transport;
  /** Milliseconds of the pauses that were slept to their end, in order. */
  readonly slept: readonly number[];
  /** Lets the shortest pause end, although a request is under way. */
  leap(): void;
}

interface Pause {
  readonly milliseconds: number;
  readonly end: number;
  readonly wake: () => void;
}

const start = Date.UTC(2026, 0, 1);

export function virtualClock(real: Transport): VirtualClock {
  let now = start;
  let underWay = 0;
  const pauses: Pause[] = [];
  const slept: number[] = [];

  function leap(): void {
    const next = pauses.toSorted((a, b) => a.end - b.end)[0];
    if (!next) return;
    pauses.splice(pauses.indexOf(next), 1);
    now = Math.max(now, next.end);
    slept.push(next.milliseconds);
    next.wake();
  }

  /** Everything between two requests happens in microtasks: at the next turn nothing but waiting is left. */
  function leapWhenIdle(): void {
    setImmediate(() => {
      if (underWay === 0) leap();
    });
  }

  return {
    slept,
    leap,
    transport: {
      ...real,
      now: () => now,
      async send(call, signal) {
        underWay += 1;
        try {
          return await real.send(call, signal);
        } finally {
          underWay -= 1;
        }
      },
      wait(milliseconds, signal) {
        return new Promise((resolve, reject) => {
          signal.throwIfAborted();
          const onAbort = (): void => {
            if (pauses.includes(pause)) pauses.splice(pauses.indexOf(pause), 1);
            reject(signal.reason);
          };
          const wake = (): void => {
            signal.removeEventListener('abort', onAbort);
            resolve();
          };
          const pause = { milliseconds, end: now + milliseconds, wake };
          pauses.push(pause);
          signal.addEventListener('abort', onAbort, { once: true });
          leapWhenIdle();
        });
      },
    },
  };
}
