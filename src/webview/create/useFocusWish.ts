/** Brings the focus to the prompt, or to the first field with a problem, when that was asked for. */
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { usePage } from '../page/pageContext.ts';
import type { FocusWish, PageState } from '../page/pageState.ts';
import { fieldId, fieldState, type FieldName } from './fieldState.ts';
import { fieldOrder } from './settings.ts';

export function useFocusWish(state: PageState, form: RefObject<HTMLElement | null>): void {
  const { page } = usePage();
  const { focus } = state;
  useLayoutEffect(() => {
    const field = focus && fieldFor(focus, state);
    if (!field) return;
    form.current?.querySelector<HTMLElement>(`#${fieldId(field)}`)?.focus();
    page.wishFocus(undefined);
  }, [focus]);
}

function fieldFor({ target }: FocusWish, state: PageState): FieldName | undefined {
  if (target === 'gallery') return undefined;
  const wrong =
    target === 'problem' ? fieldOrder.find((name) => fieldState(state, name).problem !== undefined) : 'prompt';
  // What the chips hold is typed in the field below them.
  return wrong === 'negativePrompt' ? 'negativeDraft' : wrong;
}
