/** What is marked for comparing, and the way there. */
import type { ImageCard } from '../../core/sidebar/viewState.ts';
import { Button } from '../controls/button.tsx';
import { fill } from '../page/fill.ts';
import { usePage } from '../page/pageContext.ts';
import { comparing, unmarking } from './gridActions.ts';

export function CompareBar({ marked }: { readonly marked: readonly ImageCard[] }) {
  const { page, strings } = usePage();
  return (
    <div class="compare-bar">
      <p>{marked.length === 1 ? strings.gallery.markedOne : fill(strings.gallery.marked, marked.length)}</p>
      <div class="buttons">
        {marked.length > 1 ? (
          <Button class="primary" onClick={() => page.update(comparing)}>
            {strings.gallery.compare}
          </Button>
        ) : undefined}
        <Button class="secondary" onClick={() => page.update(unmarking)}>
          {strings.gallery.unmarkAll}
        </Button>
      </div>
    </div>
  );
}
