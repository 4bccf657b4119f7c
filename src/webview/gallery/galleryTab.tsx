/** Everything that was made: the grid, one image large, or two side by side. */
import { useEffect } from 'preact/hooks';
import { usePage } from '../page/pageContext.ts';
import type { PageState } from '../page/pageState.ts';
import { Browse } from './browse.tsx';
import { Compare } from './compare.tsx';
import { Detail } from './detail.tsx';
import { useMarked } from './useMarked.ts';

export function GalleryTab({ state }: { readonly state: PageState }) {
  const { page } = usePage();
  const { gallery, view } = state;
  const { isOpen, isComparing, marked, list } = gallery;
  useEffect(() => page.send({ type: 'gallery', query: gallery.query }), []);
  useMarked(gallery, view.historySize > 0);
  const [left, right] = marked;
  if (isComparing && left && right) return <Compare left={left} right={right} />;
  if (list && list.times.length > 0 && isOpen)
    return <Detail gallery={gallery} list={list} insertPlace={view.insertPlace} />;
  return <Browse state={state} />;
}
