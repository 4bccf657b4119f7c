/** What came last: the newest image large, and those that were asked for together with it to choose from. */
import { useState } from 'preact/hooks';
import type { ViewState } from '../../core/sidebar/viewState.ts';
import { fill } from '../page/fill.ts';
import { usePage } from '../page/pageContext.ts';
import { FactList } from './factList.tsx';
import { ImageActions } from './imageActions.tsx';
import { LargePicture } from './largePicture.tsx';
import { Thumbnail } from './thumbnail.tsx';

export function Results({ view }: { readonly view: ViewState }) {
  const { page, strings, locale, dates } = usePage();
  const [chosenId, setChosenId] = useState<string>();
  const [newest] = view.results;
  if (!newest) return view.jobs.length > 0 ? undefined : <p class="empty">{strings.results.empty}</p>;
  const group = view.results.filter((card) => card.group === newest.group);
  const shown = group.find(({ id }) => id === chosenId) ?? newest;
  return (
    <section class="results" aria-labelledby="results-heading" tabIndex={-1} data-keeps-focus>
      <h2 id="results-heading">{strings.results.heading}</h2>
      <LargePicture card={shown} />
      {group.length > 1 ? (
        <div class="strip" role="group" aria-label={strings.results.group}>
          {group.map((card) => (
            <button
              key={card.id}
              type="button"
              aria-pressed={card.id === shown.id}
              aria-label={fill(strings.gallery.option, card.alt, dates.moment(card.createdAt))}
              title={card.seed === undefined ? card.alt : `${strings.form.parameters.seed} ${card.seed}`}
              onClick={() => setChosenId(card.id)}
            >
              <Thumbnail card={card} />
            </button>
          ))}
        </div>
      ) : undefined}
      <p class="words">{shown.prompt}</p>
      <ImageActions card={shown} insertPlace={view.insertPlace} />
      <FactList card={shown} />
      <button type="button" class="link" onClick={() => page.showTab('gallery')}>
        {fill(strings.results.openGallery, new Intl.NumberFormat(locale).format(view.historySize))}
      </button>
    </section>
  );
}
