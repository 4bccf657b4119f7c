/**
 * Pictures that have arrived and could not be kept: while nobody has said what is to become of them, their jobs stay
 * open in the history. Should the window go before that, the next one fetches them once more.
 */
import type { ReceivedImage } from '../../core/failure.ts';
import type { JobHandle } from '../../core/jobHandle.ts';
import type { History } from '../history/history.ts';

export interface HeldPictures {
  hold(picture: ReceivedImage, job: string, handle: JobHandle): void;
  /** A job has done what it could; true where it waits for what becomes of its pictures, which then ends it. */
  wait(job: string): boolean;
  /** Saved, or given up: nothing more comes of it. */
  settle(picture: ReceivedImage): void;
  /** Not answered: its job stays on the list of those that were interrupted. */
  leave(picture: ReceivedImage): void;
}

interface Held {
  readonly job: string;
  readonly handle: JobHandle;
}

export function createHeldPictures(history: Pick<History, 'jobSettled' | 'jobEnded' | 'jobLeft'>): HeldPictures {
  const held = new Map<ReceivedImage, Held>();
  /** Jobs that nothing else is left of. */
  const waiting = new Set<string>();
  const holds = (job: string): boolean => [...held.values()].some((one) => one.job === job);

  return {
    hold: (picture, job, handle) => void held.set(picture, { job, handle }),
    wait(job) {
      if (holds(job)) waiting.add(job);
      return waiting.has(job);
    },
    settle(picture) {
      const found = held.get(picture);
      if (!found) return;
      held.delete(picture);
      history.jobSettled(found.job, found.handle);
      if (!holds(found.job) && waiting.delete(found.job)) history.jobEnded(found.job);
    },
    leave(picture) {
      const found = held.get(picture);
      if (!found) return;
      held.delete(picture);
      // The others that it holds are settled as they are answered; what is left of it is picked up from the list.
      if (waiting.delete(found.job)) history.jobLeft(found.job);
    },
  };
}
