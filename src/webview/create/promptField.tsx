/** The prompt: grows with what is typed, and tells how many prompts its `{a|b}` alternatives make. */
import { maxFieldText, mostPrompts } from '../../core/sidebar/limits.ts';
import { fill } from '../page/fill.ts';
import { usePage } from '../page/pageContext.ts';
import type { PageState } from '../page/pageState.ts';
import { FieldNotes } from './fieldNotes.tsx';
import { fieldState } from './fieldState.ts';
import { imageCount } from './imageCount.ts';
import { keyName } from './keyName.ts';

export function PromptField({ state }: { readonly state: PageState }) {
  const { page, strings, numbers } = usePage();
  const field = fieldState(state, 'prompt', true);
  const { prompts, isTooMany } = imageCount(state.values);
  const alternatives = isTooMany ? strings.form.tooManyAlternatives : strings.form.alternatives;
  return (
    <div class="field">
      <label for={field.id}>{strings.form.prompt}</label>
      <textarea
        id={field.id}
        class="prompt"
        rows={3}
        maxLength={maxFieldText}
        value={state.values.prompt}
        placeholder={strings.form.promptPlaceholder}
        aria-invalid={field.problem !== undefined}
        aria-describedby={field.describedBy}
        onInput={({ currentTarget: { value } }) => page.changeForm({ prompt: value })}
      />
      <p class="hint" id={`${field.id}-hint`}>
        {fill(strings.form.promptHint, keyName('Enter'), keyName('Shift', 'Enter'))}
      </p>
      {prompts > 1 && !(isTooMany && field.problem !== undefined) ? (
        <p class={isTooMany ? 'problem' : 'hint'} role="status">
          {fill(alternatives, numbers.format(prompts), numbers.format(mostPrompts))}
        </p>
      ) : undefined}
      <FieldNotes {...field} />
    </div>
  );
}
