/** Where in which document the cursor was when images were asked for, by the job that makes them. */
import type { Disposable } from 'vscode';
import type { Anchor } from '../links/anchor.ts';

export interface RememberedPlaces extends Disposable {
  /** Takes the anchor over; several jobs may share it. */
  remember(job: string, anchor: Anchor): void;
  find(job: string): Anchor | undefined;
  has(anchor: Anchor): boolean;
}

/** Each of them follows the typing in its document. */
const most = 20;

export function createRememberedPlaces(): RememberedPlaces {
  const places = new Map<string, Anchor>();

  const has = (anchor: Anchor): boolean => [...places.values()].includes(anchor);

  function forget(job: string, anchor: Anchor): void {
    places.delete(job);
    if (!has(anchor)) anchor.dispose();
  }

  return {
    remember(job, anchor) {
      places.set(job, anchor);
      for (const [oldest, theirs] of [...places].slice(0, Math.max(0, places.size - most))) forget(oldest, theirs);
    },
    has,
    find: (job) => places.get(job),
    dispose() {
      places.forEach((anchor, job) => forget(job, anchor));
    },
  };
}
