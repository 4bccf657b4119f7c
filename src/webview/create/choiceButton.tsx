/** A field that is chosen elsewhere: it shows what is chosen and opens the picker. */
import { Button } from '../controls/button.tsx';
import { Icon } from '../controls/icons.tsx';
import { fill } from '../page/fill.ts';
import { usePage } from '../page/pageContext.ts';
import type { PageState } from '../page/pageState.ts';
import { FieldNotes } from './fieldNotes.tsx';
import { fieldState } from './fieldState.ts';

export function ChoiceButton({ state, name }: { readonly state: PageState; readonly name: 'model' | 'provider' }) {
  const { page, strings } = usePage();
  const field = fieldState(state, name);
  const label = strings.form[name];
  const chosen =
    [state.values[name], state.view.form.defaults[name]].find((text) => text !== '') ?? strings.form.modelsOwn;
  return (
    <div class="field">
      <span class="label" aria-hidden="true">
        {label}
      </span>
      <Button
        id={field.id}
        class={state.values[name] === '' ? 'choice unset' : 'choice'}
        aria-label={fill(strings.form.choose, label, chosen)}
        aria-describedby={field.describedBy}
        onClick={() => page.act('chooseModel')}
      >
        {/* For the mouse alone: on the button, readers would say it behind the name. */}
        <span title={chosen}>{chosen}</span>
        <Icon name="next" />
      </Button>
      <FieldNotes {...field} />
    </div>
  );
}
