/** The seed: locked it is used each time, otherwise that of the settings, and without one each image gets a new one. */
import { IconButton } from '../controls/iconButton.tsx';
import { usePage } from '../page/pageContext.ts';
import type { PageState } from '../page/pageState.ts';
import { LockButton } from './lockButton.tsx';
import { seedNote } from './seedNote.ts';
import { TextField } from './textField.tsx';

export function SeedField({ state }: { readonly state: PageState }) {
  const { page, strings } = usePage();
  const { values, view } = state;
  const { lastSeed, notTaken, defaults } = view.form;
  const disabled = notTaken.seed !== undefined;
  // A seed that somebody gives is meant to be used.
  const use = (seed: string): void => page.changeForm({ seed, seedLocked: seed.trim() !== '' });
  return (
    <TextField
      state={state}
      name="seed"
      label={strings.form.parameters.seed}
      placeholder={defaults.seed === '' ? strings.form.seedEachTime : defaults.seed}
      inputMode="numeric"
      note={disabled ? undefined : seedNote(values, defaults.seed, strings.form)}
      onType={use}
    >
      <LockButton name="seedLocked" label={strings.form.seedLock} disabled={disabled} />
      <IconButton
        icon="dice"
        label={strings.form.seedDice}
        disabled={disabled}
        onClick={() => use(String(crypto.getRandomValues(new Uint32Array(1))[0]))}
      />
      {lastSeed === undefined ? undefined : (
        <IconButton icon="seedLast" label={strings.form.seedLast} disabled={disabled} onClick={() => use(lastSeed)} />
      )}
    </TextField>
  );
}
