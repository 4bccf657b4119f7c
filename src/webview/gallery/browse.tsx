/** The grid with its search and filters, or words that lead on where it would be empty. */
import { wholeGallery } from '../../core/sidebar/galleryQuery.ts';
import { fill } from '../page/fill.ts';
import { usePage } from '../page/pageContext.ts';
import type { PageState } from '../page/pageState.ts';
import { CompareBar } from './compareBar.tsx';
import { EmptyGallery } from './emptyGallery.tsx';
import { Filters } from './filters.tsx';
import { Grid } from './grid.tsx';
import { useQuery } from './useQuery.ts';

export function Browse({ state }: { readonly state: PageState }) {
  const { strings, numbers, page } = usePage();
  const { gallery, view } = state;
  const { query, list, marked } = gallery;
  const setQuery = useQuery();
  if (view.historySize === 0 && (!list || list.times.length === 0)) {
    return (
      <EmptyGallery
        words={strings.gallery.empty}
        button={strings.gallery.emptyButton}
        onClick={() => {
          page.showTab('create');
          page.wishFocus('prompt');
        }}
      />
    );
  }
  const found = list?.times.length ?? 0;
  const count = numbers.format(found);
  return (
    <div class="browse">
      <Filters query={query} list={list} onChange={setQuery} />
      <p class="hint" role="status">
        {list ? (found === 1 ? strings.gallery.foundOne : fill(strings.gallery.found, count)) : strings.image.loading}
      </p>
      {list && found === 0 ? (
        <EmptyGallery
          words={strings.gallery.nothingFound}
          button={strings.gallery.clearFilters}
          onClick={() => {
            // The button is about to go away.
            document.getElementById('search')?.focus();
            setQuery(wholeGallery);
          }}
        />
      ) : undefined}
      {list && found > 0 ? <Grid gallery={gallery} list={list} /> : undefined}
      {marked.length > 0 ? <CompareBar marked={marked} /> : undefined}
    </div>
  );
}
