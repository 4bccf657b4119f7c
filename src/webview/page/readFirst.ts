/** What the host has put into the markup: the first state and the texts, so that nothing is waited for. */
import type { PageStrings } from '../../core/sidebar/pageStrings.ts';
import type { ViewState } from '../../core/sidebar/viewState.ts';

export interface First {
  readonly state: ViewState;
  readonly strings: PageStrings;
  readonly locale: string;
}

/** Our own markup, written by `pageHtml`. @throws SyntaxError where it is not */
export function readFirst(root: HTMLElement): First {
  return JSON.parse(root.dataset['first'] ?? '') as First;
}
