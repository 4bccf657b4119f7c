/** The way back after the form was filled or cleared over what had been typed. Gone with the next typing. */
import { Button } from '../controls/button.tsx';
import { Icon } from '../controls/icons.tsx';
import { usePage } from '../page/pageContext.ts';
import type { PageState } from '../page/pageState.ts';

export function UndoButton({ state }: { readonly state: PageState }) {
  const { page, strings } = usePage();
  if (!state.view.form.canUndo) return undefined;
  return (
    <Button
      class="link undo"
      onClick={() => {
        // The button is about to go away.
        page.wishFocus('prompt');
        page.act('undo');
      }}
    >
      <Icon name="reuse" />
      {strings.form.undo}
    </Button>
  );
}
