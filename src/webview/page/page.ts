/** One page: its state, and the only place where it changes. Every change is drawn at once. */
import type { FormAction, FromView } from '../../core/sidebar/fromView.ts';
import type { FormValues } from '../../core/sidebar/formValues.ts';
import type { ToView, ViewState, ViewTab } from '../../core/sidebar/viewState.ts';
import type { GalleryLooks } from '../gallery/galleryLooks.ts';
import { firstState, type FocusWish, type PageState } from './pageState.ts';
import { announced, receive } from './receive.ts';

export interface Page {
  readonly state: PageState;
  readonly send: (message: FromView) => void;
  readonly receive: (message: ToView) => void;
  readonly update: (change: (state: PageState) => PageState) => void;
  readonly changeForm: (change: Partial<FormValues>) => void;
  /** What the form's buttons ask for, along with what stands in it. */
  readonly act: (type: FormAction) => void;
  readonly showTab: (tab: ViewTab) => void;
  /** Asks for the focus, or says that it has been taken. */
  readonly wishFocus: (target: FocusWish['target'] | undefined) => void;
  /** Reads words out, at once where something went wrong. */
  readonly announce: (text: string, urgent?: boolean) => void;
}

/**
 * @param clock milliseconds since 1970
 * @param draw called after every change
 * @param looks of the page that was here before
 */
export function createPage(
  first: ViewState,
  send: (message: FromView) => void,
  clock: () => number,
  draw: (page: Page) => void,
  looks?: GalleryLooks,
): Page {
  let state = firstState(first, clock(), looks);

  function update(change: (state: PageState) => PageState): void {
    const changed = change(state);
    if (changed === state) return;
    state = changed;
    draw(page);
  }

  const page: Page = {
    get state() {
      return state;
    },
    send,
    update,
    receive: (message) => update((before) => receive(before, message, clock())),
    changeForm: (change) => {
      const values = { ...state.values, ...change };
      update((before) => typing(before, values));
      send({ type: 'form', values });
    },
    act: (type) => {
      const awaitsImages = type === 'generate' || type === 'startAgain';
      update((before) => ({ ...before, awaitsImages }));
      send({ type, values: state.values });
    },
    showTab: (tab) => {
      // Who chooses a tab has the focus there: an older wish is not met any more.
      update((before) => ({ ...before, tab, unconfirmedTab: tab, focus: undefined }));
      send({ type: 'tab', tab });
    },
    wishFocus: (target) => update((before) => ({ ...before, focus: target && { target } })),
    announce: (text, urgent) => update((before) => announced(before, text, urgent)),
  };
  return page;
}

/** What was typed before is not offered any more: the host lets it go with the first change. */
function typing(state: PageState, values: FormValues): PageState {
  const view = { ...state.view, form: { ...state.view.form, canUndo: false } };
  return { ...state, view, values, typed: true, awaitsImages: false };
}
