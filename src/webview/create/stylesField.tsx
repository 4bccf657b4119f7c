/** Styles as buttons that stay down. One that the settings have lost can still be let go. */
import { Button } from '../controls/button.tsx';
import { Icon } from '../controls/icons.tsx';
import { fill } from '../page/fill.ts';
import { usePage } from '../page/pageContext.ts';
import type { PageState } from '../page/pageState.ts';
import { FieldNotes } from './fieldNotes.tsx';
import { fieldState } from './fieldState.ts';

export function StylesField({ state }: { readonly state: PageState }) {
  const { page, strings } = usePage();
  const field = fieldState(state, 'styles');
  const chosen = state.values.styles;
  const known = state.view.form.styles;
  const gone = chosen.filter((name) => !known.some((style) => style.name === name));
  const all = [...known, ...gone.map((name) => ({ name, text: fill(strings.form.styleGone, name) }))];

  function toggle(name: string): void {
    const others = chosen.filter((one) => one !== name);
    page.changeForm({ styles: others.length < chosen.length ? others : [...chosen, name] });
  }

  return (
    <div class="field" role="group" id={field.id} aria-labelledby={`${field.id}-label`} tabIndex={-1}>
      <div class="heading">
        <span class="label" id={`${field.id}-label`}>
          {strings.form.styles}
        </span>
        <Button class="link" onClick={() => page.act('editStyles')}>
          {strings.form.editStyles}
        </Button>
      </div>
      {all.length === 0 ? <p class="hint">{strings.form.noStyles}</p> : undefined}
      <div class="chips">
        {all.map(({ name, text }) => (
          <Button
            key={name}
            class="chip toggle"
            aria-pressed={chosen.includes(name)}
            title={text}
            onClick={() => toggle(name)}
          >
            {chosen.includes(name) ? <Icon name="check" /> : undefined}
            {name}
          </Button>
        ))}
      </div>
      <FieldNotes {...field} />
    </div>
  );
}
