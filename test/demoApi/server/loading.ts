/** Models that have to be loaded: the first use starts it, and it takes its time however often one asks. */
import { setTimeout as sleep } from 'node:timers/promises';

export interface Loading {
  /** Starts loading where that has not happened, and tells how many seconds are left; 0 = ready. */
  secondsLeft(name: string): number;
  /** Resolves when it is ready. @throws AbortError when the signal fires before. */
  wait(name: string, signal: AbortSignal): Promise<void>;
  /** Forgets everything that was loaded. */
  clear(): void;
}

export function createLoading(seconds: number): Loading {
  const readyAt = new Map<string, number>();

  function secondsLeft(name: string): number {
    const now = performance.now();
    const ready = readyAt.get(name) ?? now + seconds * 1000;
    readyAt.set(name, ready);
    return Math.max(0, (ready - now) / 1000);
  }

  return {
    secondsLeft,
    async wait(name, signal) {
      for (let left = secondsLeft(name); left > 0; left = secondsLeft(name)) {
        await sleep(Math.ceil(left * 1000), undefined, { signal });
      }
    },
    clear: () => readyAt.clear(),
  };
}
