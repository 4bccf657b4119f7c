/** Everything beyond prompt, size and count. Remembers being open, and says how much of it is set. */
import { useEffect, useState } from 'preact/hooks';
import type { ParameterName } from '../../core/parameters.ts';
import { Icon } from '../controls/icons.tsx';
import { fill } from '../page/fill.ts';
import { usePage } from '../page/pageContext.ts';
import type { PageState } from '../page/pageState.ts';
import { ChoiceButton } from './choiceButton.tsx';
import { fieldState } from './fieldState.ts';
import { FromImage } from './fromImage.tsx';
import { NegativeField } from './negativeField.tsx';
import { SeedField } from './seedField.tsx';
import { countSet, fieldOrder, isUnderMore } from './settings.ts';
import { StylesField } from './stylesField.tsx';
import { Suggestions } from './suggestions.tsx';
import { TextField } from './textField.tsx';

export function MoreSettings({ state }: { readonly state: PageState }) {
  const { strings, host } = usePage();
  const [open, setOpen] = useState(host.looks.moreOpen);
  const { defaults, schedulers } = state.view.form;
  const set = countSet(state.values);
  const hasProblem = fieldOrder.some((name) => isUnderMore(name) && fieldState(state, name).problem !== undefined);
  // A problem must be seen, and its field must not go away while it is being solved.
  const shown = open || hasProblem;
  useEffect(() => {
    if (hasProblem) setOpen(true);
  }, [hasProblem]);
  const defaultOf = (name: ParameterName): string => defaults[name] || strings.form.modelsOwn;

  function onToggle(isOpen: boolean): void {
    if (isOpen === shown) return;
    setOpen(isOpen);
    host.saveLooks({ moreOpen: isOpen });
  }

  return (
    <details class="more" open={shown} onToggle={({ currentTarget }) => onToggle(currentTarget.open)}>
      <summary>
        <Icon name="next" />
        {strings.form.more}
        {set > 0 ? <span class="badge">{fill(strings.form.moreSet, set)}</span> : undefined}
      </summary>
      <div class="fields">
        <StylesField state={state} />
        <NegativeField state={state} />
        <ChoiceButton state={state} name="model" />
        <ChoiceButton state={state} name="provider" />
        <div class="pair">
          <TextField
            state={state}
            name="steps"
            label={strings.form.parameters.steps}
            placeholder={defaultOf('steps')}
            inputMode="numeric"
          />
          <TextField
            state={state}
            name="guidanceScale"
            label={strings.form.parameters.guidanceScale}
            placeholder={defaultOf('guidanceScale')}
            inputMode="decimal"
          />
        </div>
        <TextField
          state={state}
          name="scheduler"
          label={strings.form.parameters.scheduler}
          placeholder={defaultOf('scheduler')}
          list={schedulers.length > 0 ? 'schedulers' : undefined}
        >
          <Suggestions id="schedulers" texts={schedulers} />
        </TextField>
        <SeedField state={state} />
        <FromImage />
      </div>
    </details>
  );
}
