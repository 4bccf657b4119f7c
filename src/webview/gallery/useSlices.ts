/** Asks the host for the images that are looked at: of the list that is shown, or of a newer one that waits for them. */
import { useEffect, useRef } from 'preact/hooks';
import { usePage } from '../page/pageContext.ts';
import type { GalleryState } from './galleryState.ts';
import { sliceSize, slicesToAsk } from './slicesToAsk.ts';

/** An answer that has not come by then is asked for again, in milliseconds. */
const patience = 3_000;

/** @param last the index of the last image that is looked at */
export function useSlices({ list, next, items }: GalleryState, first: number, last: number): void {
  const { page } = usePage();
  /** When each stretch was asked for; of what is there nothing is kept, it may be let go and needed again. */
  const asked = useRef<ReadonlyMap<string, number>>(new Map());

  useEffect(() => {
    const now = Date.now();
    const wanted = next
      ? // In one piece: what comes is shown at once.
        [{ revision: next.revision, from: startWithin(next.times.length, first, last), count: last - first + 1 }]
      : slicesToAsk((index) => items.has(index), list?.times.length ?? 0, first, last).map((from) => ({
          revision: list?.revision ?? 0,
          from,
          count: sliceSize,
        }));
    asked.current = new Map(
      wanted.map(({ revision, from, count }) => {
        const key = `${revision}:${from}`;
        const before = asked.current.get(key);
        if (before !== undefined && now - before < patience) return [key, before];
        page.send({ type: 'slice', revision, from, count });
        return [key, now];
      }),
    );
  }, [list, next, items, first, last]);
}

/** A newer list may be shorter than what is looked at. */
function startWithin(total: number, first: number, last: number): number {
  return Math.max(0, Math.min(first, total - (last - first + 1)));
}
