/** Decides whether a request that was turned away is sent again, and when. No clock, no network. */
import type { Stage } from '../core/request.ts';
import type { Verdict } from './reply/verdicts.ts';

/** What has been tried for one picture so far. */
export interface Tried {
  readonly loading: number;
  readonly overloaded: number;
  readonly rateLimited: number;
}

export interface Limits {
  /** Until the deadline. */
  readonly remainingMilliseconds: number;
  /** False: a model that has to be loaded first is a failure. */
  readonly waitForModel: boolean;
  /** The service can hold a call until the model is loaded (`x-wait-for-model`). */
  readonly canHold: boolean;
  /** Another service can be asked instead of one that is overloaded. */
  readonly elsewhere?: boolean;
}

export interface NextTry {
  readonly waitMilliseconds: number;
  /** Ask the service to hold the call until the model is loaded. */
  readonly hold: boolean;
  readonly stage: Stage;
  readonly tried: Tried;
}

export const nothingTried: Tried = { loading: 0, overloaded: 0, rateLimited: 0 };

/** Waits for a service that is overloaded, in seconds. After these it counts as down. */
const overloadWaits = [2, 4, 8];
/** A longer Retry-After is for the user to decide. */
const longestRetryAfter = 60;
const mostRateLimits = 3;
/** Waits for a model whose service gives no estimate, or gives one that has passed. The last one repeats. */
const loadingWaits = [1, 2, 4, 8, 15, 30];

/** Undefined: give up. */
export function nextTry({ repeat, repeatAfter }: Verdict, tried: Tried, limits: Limits): NextTry | undefined {
  if (!repeat) return undefined;
  const next = (seconds: number, stage: Stage, hold: boolean): NextTry | undefined => {
    const waitMilliseconds = Math.ceil(seconds * 1_000);
    if (waitMilliseconds >= limits.remainingMilliseconds) return undefined;
    return { waitMilliseconds, stage, hold, tried: { ...tried, [repeat]: tried[repeat] + 1 } };
  };
  const held = limits.canHold && tried.loading > 0;
  switch (repeat) {
    case 'loading': {
      if (!limits.waitForModel) return undefined;
      const stage: Stage = {
        type: 'loadingModel',
        ...(repeatAfter === undefined ? {} : { estimateSeconds: repeatAfter }),
      };
      // The documented advice: ask again at once and let the server hold the call. A server that turns that away as
      // well gets the waits of the others.
      if (limits.canHold && tried.loading === 0) return next(0, stage, true);
      return next(Math.max(repeatAfter ?? 0, at(loadingWaits, tried.loading)), stage, limits.canHold);
    }
    case 'overloaded': {
      const seconds = overloadWaits[tried.overloaded];
      if (limits.elsewhere && tried.overloaded > 0) return undefined;
      if (seconds === undefined || (repeatAfter ?? 0) > longestRetryAfter) return undefined;
      return next(Math.max(repeatAfter ?? 0, seconds), { type: 'waitingInLine' }, held);
    }
    case 'rateLimited': {
      if (repeatAfter === undefined || repeatAfter > longestRetryAfter) return undefined;
      if (tried.rateLimited >= mostRateLimits) return undefined;
      const wait = Math.max(repeatAfter, 1);
      return next(wait, { type: 'rateLimited', retryInSeconds: wait }, held);
    }
  }
}

function at(waits: readonly number[], index: number): number {
  return waits[Math.min(index, waits.length - 1)] ?? 0;
}
