/** What is marked for comparing, and the way there. */
import type { ImageCard } from '../../core/sidebar/viewState.ts';
import { fill } from '../page/fill.ts';
import { usePage } from '../page/pageContext.ts';
import { comparing } from './gridActions.ts';

export function CompareBar({ marked }: { readonly marked: readonly ImageCard[] }) {
  const { page, strings } = usePage();
  return (
    <div class="compare-bar">
      <p>{marked.length === 1 ? strings.gallery.markedOne : fill(strings.gallery.marked, marked.length)}</p>
      <div class="buttons">
        {marked.length > 1 ? (
          <button type="button" class="primary" onClick={() => page.update(comparing)}>
            {strings.gallery.compare}
          </button>
        ) : undefined}
        <button
          type="button"
          class="secondary"
          onClick={() =>
            page.update((before) => ({
              ...before,
              focus: { target: 'gallery' },
              gallery: { ...before.gallery, marked: [] },
            }))
          }
        >
          {strings.gallery.unmarkAll}
        </button>
      </div>
    </div>
  );
}
