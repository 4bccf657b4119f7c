/** Settings from an image, and none at all. */
import { Button } from '../controls/button.tsx';
import { Icon } from '../controls/icons.tsx';
import { usePage } from '../page/pageContext.ts';

export function FromImage() {
  const { page, strings } = usePage();
  return (
    <div class="field from-image">
      <div class="buttons">
        <Button class="secondary" aria-describedby="drop-hint" onClick={() => page.act('chooseImage')}>
          <Icon name="image" />
          {strings.form.chooseImage}
        </Button>
        <Button class="link" onClick={() => page.act('clear')}>
          {strings.form.clear}
        </Button>
      </div>
      <p class="hint" id="drop-hint">
        {strings.form.dropHint}
      </p>
    </div>
  );
}
