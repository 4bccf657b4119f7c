/** What a message of the host makes of the page's state. */
import type { ToView, ViewState } from '../../core/sidebar/viewState.ts';
import { withCards, withList, withSlice } from '../gallery/galleryState.ts';
import type { PageState } from './pageState.ts';

/** @param now the page's clock, in milliseconds since 1970 */
export function receive(state: PageState, message: ToView, now: number): PageState {
  switch (message.type) {
    case 'state':
      return withView(state, message.state, now);
    case 'jobs':
      return { ...state, view: { ...state.view, jobs: message.jobs }, clockAhead: message.now - now };
    case 'galleryList':
      return { ...state, gallery: withList(state.gallery, message.list) };
    case 'gallerySlice':
      return { ...state, gallery: withSlice(state.gallery, message.slice) };
    case 'cards':
      return { ...state, gallery: withCards(state.gallery, message.cards, message.gone) };
    case 'announce':
      return announced(state, message.text, message.urgent);
    case 'focus': {
      const tab = message.target === 'gallery' ? 'gallery' : 'create';
      return { ...state, tab, unconfirmedTab: undefined, focus: { target: message.target } };
    }
    default:
      // Extensions of browsers post messages into every page.
      return state;
  }
}

/** For screen readers. Urgent words interrupt what is being read. */
export function announced(state: PageState, text: string, urgent = false): PageState {
  const region = urgent ? 'urgent' : 'polite';
  return { ...state, [region]: { text, turn: state[region].turn + 1 } };
}

function withView(state: PageState, view: ViewState, now: number): PageState {
  // The markup that the page started with may be older than what was typed before the view was hidden.
  const takeForm = !state.typed || view.form.revision !== state.view.form.revision;
  const values = takeForm ? view.form.values : state.values;
  const confirmed = state.unconfirmedTab === undefined || state.unconfirmedTab === view.tab;
  const refused = state.awaitsImages && Object.keys(view.form.problems).length > 0;
  return {
    ...state,
    view,
    values,
    tab: confirmed ? view.tab : state.tab,
    unconfirmedTab: confirmed ? undefined : state.unconfirmedTab,
    judged: refused || !isSameVerdict(state.view, view) ? values : state.judged,
    awaitsImages: state.awaitsImages && !refused,
    focus: refused ? { target: 'problem' } : state.focus,
    clockAhead: view.now - now,
  };
}

function isSameVerdict({ form: { problems: before } }: ViewState, { form: { problems: after } }: ViewState): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}
