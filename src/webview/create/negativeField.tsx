/** Negative prompts as chips, with an input for the next one. */
import { useRef } from 'preact/hooks';
import { maxFieldText, mostNegatives } from '../../core/sidebar/limits.ts';
import { Button } from '../controls/button.tsx';
import { Icon } from '../controls/icons.tsx';
import { fill } from '../page/fill.ts';
import { usePage } from '../page/pageContext.ts';
import type { PageState } from '../page/pageState.ts';
import { FieldNotes } from './fieldNotes.tsx';
import { fieldId, fieldState } from './fieldState.ts';
import { addNegative, isFull, typeNegative } from './negatives.ts';

export function NegativeField({ state }: { readonly state: PageState }) {
  const { page, strings } = usePage();
  const input = useRef<HTMLInputElement>(null);
  const field = fieldState(state, 'negativePrompt', true);
  const id = fieldId('negativeDraft');
  const { values } = state;
  const disabled = field.reason !== undefined;
  const defaultText = state.view.form.defaults.negativePrompt;

  function remove(index: number): void {
    page.changeForm({ negativePrompt: values.negativePrompt.filter((_, at) => at !== index) });
    input.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      page.changeForm(addNegative(values));
    } else if (event.key === 'Backspace' && values.negativeDraft === '' && values.negativePrompt.length > 0) {
      event.preventDefault();
      remove(values.negativePrompt.length - 1);
    }
  }

  return (
    <div class="field" id={field.id}>
      <label for={id}>{strings.form.parameters.negativePrompt}</label>
      {values.negativePrompt.length === 0 ? undefined : (
        <ul class="chips">
          {values.negativePrompt.map((text, index) => (
            <li class="chip" key={text}>
              <span>{text}</span>
              <Button title={fill(strings.form.removeNegative, text)} disabled={disabled} onClick={() => remove(index)}>
                <Icon name="close" />
              </Button>
            </li>
          ))}
        </ul>
      )}
      <input
        id={id}
        ref={input}
        type="text"
        autocomplete="off"
        maxLength={maxFieldText}
        value={values.negativeDraft}
        placeholder={values.negativePrompt.length === 0 ? defaultText : ''}
        disabled={disabled}
        aria-invalid={field.problem !== undefined}
        aria-describedby={field.describedBy}
        onInput={({ currentTarget: { value } }) => page.changeForm(typeNegative(values, value))}
        onKeyDown={onKeyDown}
      />
      <FieldNotes {...field} hint={strings.form.negativeHint} />
      {isFull(values) ? (
        <p class="hint" role="status">
          {fill(strings.form.negativesFull, mostNegatives)}
        </p>
      ) : undefined}
    </div>
  );
}
