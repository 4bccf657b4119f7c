/** Settings from an image, and none at all. */
import { Icon } from '../controls/icons.tsx';
import { usePage } from '../page/pageContext.ts';

export function FromImage() {
  const { page, strings } = usePage();
  return (
    <div class="field from-image">
      <div class="buttons">
        <button type="button" class="secondary" aria-describedby="drop-hint" onClick={() => page.act('chooseImage')}>
          <Icon name="image" />
          {strings.form.chooseImage}
        </button>
        <button type="button" class="link" onClick={() => page.act('clear')}>
          {strings.form.clear}
        </button>
      </div>
      <p class="hint" id="drop-hint">
        {strings.form.dropHint}
      </p>
    </div>
  );
}
