/** Settings from an image: chosen or dropped. */
import { Icon } from '../controls/icons.tsx';
import { usePage } from '../page/pageContext.ts';

export function ImageDrop({ isOver, problem }: { readonly isOver: boolean; readonly problem: string | undefined }) {
  const { page, strings } = usePage();
  return (
    <div class="drop">
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
        {isOver ? strings.form.dropHere : strings.form.dropHint}
      </p>
      {problem === undefined ? undefined : (
        <p class="problem">
          <Icon name="warning" />
          {problem}
        </p>
      )}
    </div>
  );
}
