/** Words below a field: what it is about, why it is not taken, what is wrong with it. */
import { Icon } from '../controls/icons.tsx';
import type { FieldState } from './fieldState.ts';

interface FieldNotesProps extends Partial<Pick<FieldState, 'reason' | 'problem'>> {
  readonly id: string;
  readonly hint?: string | undefined;
}

export function FieldNotes({ id, ...words }: FieldNotesProps) {
  const { problem } = words;
  return (
    <>
      {(['hint', 'reason'] as const).map((kind) =>
        words[kind] === undefined ? undefined : (
          <p key={kind} class="hint" id={`${id}-${kind}`}>
            {words[kind]}
          </p>
        ),
      )}
      {problem === undefined ? undefined : (
        <p class="problem" id={`${id}-problem`}>
          <Icon name="warning" />
          {problem}
        </p>
      )}
    </>
  );
}
