/** The form. Ctrl+Enter generates from every field of it, and an image dropped on it brings its settings. */
import { useRef } from 'preact/hooks';
import { focusHome } from '../page/focusHome.ts';
import { usePage } from '../page/pageContext.ts';
import type { PageState } from '../page/pageState.ts';
import { FieldNotes } from './fieldNotes.tsx';
import { formKey } from './formKey.ts';
import { GenerateBar } from './generateBar.tsx';
import { MoreSettings } from './moreSettings.tsx';
import { PromptField } from './promptField.tsx';
import { SizeField } from './sizeField.tsx';
import { UndoButton } from './undoButton.tsx';
import { TextField } from './textField.tsx';
import { useFocusWish } from './useFocusWish.ts';
import { useImageDrop } from './useImageDrop.ts';

export function Form({ state }: { readonly state: PageState }) {
  const { page, strings } = usePage();
  const form = useRef<HTMLFormElement>(null);
  const drop = useImageDrop();
  useFocusWish(state, form);

  function onKeyDown(event: KeyboardEvent): void {
    const key = formKey(event, event.target instanceof HTMLButtonElement);
    if (!key) return;
    event.preventDefault();
    if (key.action) page.act(key.action);
  }

  return (
    <form
      ref={form}
      class={drop.isOver ? 'form dropping' : 'form'}
      aria-label={strings.form.label}
      {...focusHome}
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={onKeyDown}
      {...drop.handlers}
    >
      <PromptField state={state} />
      <UndoButton state={state} />
      <SizeField state={state} />
      <div class="pair end">
        <TextField state={state} name="count" label={strings.form.count} placeholder="1" inputMode="numeric" />
        <GenerateBar state={state} />
      </div>
      <MoreSettings state={state} />
      <FieldNotes id="drop" {...(drop.isOver ? { reason: strings.form.dropHere } : { problem: drop.problem })} />
    </form>
  );
}
