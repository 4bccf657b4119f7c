/** What came last. */
import type { ViewState } from '../../core/sidebar/viewState.ts';
import { usePage } from '../page/pageContext.ts';

export function Results({ view }: { readonly view: ViewState }) {
  const { strings } = usePage();
  const [newest] = view.results;
  if (!newest) return view.jobs.length > 0 ? undefined : <p class="empty">{strings.results.empty}</p>;
  return (
    <section class="results" aria-labelledby="results-heading">
      <h2 id="results-heading">{strings.results.heading}</h2>
      {newest.source === undefined ? undefined : <img class="large" src={newest.source} alt={newest.alt} />}
    </section>
  );
}
