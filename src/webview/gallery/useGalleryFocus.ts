/** Takes the focus that was asked for in the gallery, and takes it once: a wish that nobody met would come true later. */
import { useLayoutEffect } from 'preact/hooks';
import { usePage } from '../page/pageContext.ts';

/** @param isReady false while what is to have the focus is not drawn yet */
export function useGalleryFocus(take: () => void, isReady = true): void {
  const { page } = usePage();
  const isWanted = isReady && page.state.focus?.target === 'gallery';
  useLayoutEffect(() => {
    if (!isWanted) return;
    take();
    page.wishFocus(undefined);
  }, [isWanted]);
}
