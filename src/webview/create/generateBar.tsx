/** The button it is all about. While something runs, a second one clears that away and starts again. */
import { Button } from '../controls/button.tsx';
import { fill } from '../page/fill.ts';
import { usePage } from '../page/pageContext.ts';
import type { PageState } from '../page/pageState.ts';
import { imageCount } from './imageCount.ts';
import { keyName } from './keyName.ts';

export function GenerateBar({ state }: { readonly state: PageState }) {
  const { page, strings } = usePage();
  const { images, isTooMany } = imageCount(state.values);
  const isRunning = state.view.jobs.some((job) => job.state === 'running');
  return (
    <div class="buttons">
      <Button class="primary" title={keyName('Enter')} onClick={() => page.act('generate')}>
        {images > 1 && !isTooMany ? fill(strings.form.generateMany, images) : strings.form.generate}
      </Button>
      {isRunning ? (
        <Button class="secondary" title={keyName('Shift', 'Enter')} onClick={() => page.act('startAgain')}>
          {strings.form.startAgain}
        </Button>
      ) : undefined}
    </div>
  );
}
