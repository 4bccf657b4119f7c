/** Changes what the gallery looks for. Typing is waited for a moment, a choice is not. */
import { useEffect, useRef } from 'preact/hooks';
import type { GalleryQuery } from '../../core/sidebar/viewState.ts';
import { usePage } from '../page/pageContext.ts';

/** In milliseconds. */
const typingPause = 150;

export function useQuery(): (query: GalleryQuery, isTyping?: boolean) => void {
  const { page } = usePage();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (query, isTyping = false) => {
    clearTimeout(timer.current);
    page.update((before) => ({ ...before, gallery: { ...before.gallery, query } }));
    timer.current = setTimeout(() => page.send({ type: 'gallery', query }), isTyping ? typingPause : 0);
  };
}
