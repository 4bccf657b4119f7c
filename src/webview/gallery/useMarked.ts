/** Asks what became of the marked images with every new list: they may stand anywhere in it, or not be in it at all. */
import { useEffect } from 'preact/hooks';
import { usePage } from '../page/pageContext.ts';
import type { GalleryState } from './galleryState.ts';

export function useMarked({ list, next, marked }: GalleryState): void {
  const { page } = usePage();
  useEffect(() => {
    if (marked.length > 0) page.send({ type: 'cards', ids: marked.map(({ id }) => id) });
  }, [next ?? list]);
}
