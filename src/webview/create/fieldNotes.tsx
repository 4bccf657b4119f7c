/** Words below a field: why it is not taken, or what is wrong with it. */
import { Icon } from '../controls/icons.tsx';
import type { FieldState } from './fieldState.ts';

export function FieldNotes({ id, reason, problem }: FieldState) {
  return (
    <>
      {reason === undefined ? undefined : (
        <p class="hint" id={`${id}-reason`}>
          {reason}
        </p>
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
