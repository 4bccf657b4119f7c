/** Width and height, with presets, swap and lock. */
import { useRef } from 'preact/hooks';
import { aspectRatios, type Ratio } from '../../core/form/aspectRatios.ts';
import { IconButton } from '../controls/iconButton.tsx';
import { usePage } from '../page/pageContext.ts';
import type { PageState } from '../page/pageState.ts';
import { FieldNotes } from './fieldNotes.tsx';
import { fieldState } from './fieldState.ts';
import { LockButton } from './lockButton.tsx';
import { ratioChoice, sizeOf, swapped, withChoice, withSide } from './size.ts';
import { TextField } from './textField.tsx';

export function SizeField({ state }: { readonly state: PageState }) {
  const { page, strings } = usePage();
  const { values, view } = state;
  const { defaults, notTaken } = view.form;
  const kept = useRef<Ratio | undefined>(undefined);
  const choice = ratioChoice(values, defaults);
  const disabled = notTaken.width !== undefined || notTaken.height !== undefined;

  const side = (name: 'width' | 'height') => (
    <TextField
      state={state}
      name={name}
      label={strings.form.parameters[name]}
      placeholder={defaults[name] || strings.form.modelsOwn}
      inputMode="numeric"
      notesElsewhere
      onFocus={() => (kept.current = sizeOf(values, defaults))}
      onType={(text) => page.changeForm(withSide(values, name, text, values.ratioLocked ? kept.current : undefined))}
    />
  );

  return (
    <div class="size" role="group" aria-label={strings.form.size}>
      {side('width')}
      <IconButton
        icon="swap"
        label={strings.form.swap}
        disabled={disabled}
        onClick={() => page.changeForm(swapped(values, defaults))}
      />
      {side('height')}
      <LockButton name="ratioLocked" label={strings.form.ratioLock} disabled={disabled} />
      <div class="field ratio">
        <label for="ratio">{strings.form.ratio}</label>
        <select
          id="ratio"
          value={choice}
          disabled={disabled}
          onChange={({ currentTarget: { value } }) => page.changeForm(withChoice(values, defaults, value))}
        >
          <option value="default">{strings.form.modelsOwn}</option>
          {choice === 'custom' ? <option value="custom">{strings.form.ratioCustom}</option> : undefined}
          {aspectRatios.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div class="notes">
        <FieldNotes {...fieldState(state, 'width')} />
        <FieldNotes {...fieldState(state, 'height')} />
      </div>
    </div>
  );
}
