/** What came last: the newest image large, and those that were asked for together with it to choose from. */
import { useState } from 'preact/hooks';
import type { ViewState } from '../../core/sidebar/viewState.ts';
import { Button } from '../controls/button.tsx';
import { fill } from '../page/fill.ts';
import { focusHome } from '../page/focusHome.ts';
import { usePage } from '../page/pageContext.ts';
import { FactList } from './factList.tsx';
import { ImageActions } from './imageActions.tsx';
import { LargePicture } from './largePicture.tsx';
import { Strip } from './strip.tsx';

export function Results({ view }: { readonly view: ViewState }) {
  const { page, strings, numbers } = usePage();
  const [chosenId, setChosenId] = useState<string>();
  const [newest] = view.results;
  if (!newest) return view.jobs.length > 0 ? undefined : <p class="empty">{strings.results.empty}</p>;
  const group = view.results.filter((card) => card.group === newest.group);
  const shown = group.find(({ id }) => id === chosenId) ?? newest;
  return (
    <section class="results" aria-labelledby="results-heading" {...focusHome}>
      <h2 id="results-heading">{strings.results.heading}</h2>
      <LargePicture card={shown} />
      {group.length > 1 ? <Strip cards={group} shown={shown} onChoose={setChosenId} /> : undefined}
      <p class="words">{shown.prompt}</p>
      <ImageActions card={shown} insertPlace={view.insertPlace} />
      <FactList card={shown} />
      <Button class="link" onClick={() => page.showTab('gallery')}>
        {fill(strings.results.openGallery, numbers.format(view.historySize))}
      </Button>
    </section>
  );
}
