/** Asks what became of the marked images with every new list: they may stand anywhere in it, or not be in it at all. */
import { useEffect } from 'preact/hooks';
import { usePage } from '../page/pageContext.ts';
import type { GalleryState } from './galleryState.ts';

/** @param isRead false while the host knows no image at all: it may not have read its history yet */
export function useMarked({ list, next, marked, soughtMarks }: GalleryState, isRead: boolean): void {
  const { page } = usePage();
  useEffect(() => {
    const ids = [...soughtMarks, ...marked.map(({ id }) => id)];
    if (isRead && ids.length > 0) page.send({ type: 'cards', ids });
  }, [next ?? list, isRead]);
}
