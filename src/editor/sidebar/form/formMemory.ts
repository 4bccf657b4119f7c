/** The form as it was left, over hiding, reload and restart: every change is noted, and written down shortly after. */
import type { Disposable, Memento } from 'vscode';
import { parseFormValues, type FormValues } from '../../../core/sidebar/formValues.ts';

export interface FormMemory extends Disposable {
  readonly values: FormValues;
  /** How often the host itself has changed the form: only then may the page take over what it is sent. */
  readonly revision: number;
  /** The user has typed. */
  note(values: FormValues): void;
  /** The host puts something in. */
  replace(values: FormValues): void;
}

const key = 'form';
/** A keystroke each would be a write each. Milliseconds. */
const writeDelay = 300;

export function createFormMemory(state: Memento): FormMemory {
  let values = parseFormValues(state.get(key));
  let revision = 1;
  let timer: NodeJS.Timeout | undefined;

  function write(): void {
    clearTimeout(timer);
    timer = undefined;
    void state.update(key, values);
  }

  return {
    get values() {
      return values;
    },
    get revision() {
      return revision;
    },
    note(typed) {
      values = typed;
      timer ??= setTimeout(write, writeDelay);
    },
    replace(put) {
      values = put;
      revision += 1;
      write();
    },
    dispose() {
      if (timer) write();
    },
  };
}
