/** What a key means in the form, whichever field it is pressed in. */
import type { FormAction } from '../../core/sidebar/fromView.ts';

export interface FormKey {
  /** Missing for a key that is still held: it did its work when it went down. */
  readonly action?: FormAction;
}

/** @returns undefined for keys that are left to the field */
export function formKey(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'isComposing' | 'repeat'>,
  isOnButton: boolean,
): FormKey | undefined {
  if (event.key !== 'Enter' || event.isComposing) return undefined;
  const isOurs = event.ctrlKey || event.metaKey;
  // A button is clicked again and again while Enter is held on it: each would be a job that costs money.
  if (event.repeat) return isOurs || isOnButton ? {} : undefined;
  return isOurs ? { action: event.shiftKey ? 'startAgain' : 'generate' } : undefined;
}
