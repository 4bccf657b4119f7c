/** What can be done with an image in the grid, by mouse and by key. */
import type { ImageCard } from '../../core/sidebar/viewState.ts';
import type { GalleryStrings } from '../../core/sidebar/pageStrings.ts';
import { fill } from '../page/fill.ts';
import type { Page } from '../page/page.ts';
import type { PageState } from '../page/pageState.ts';
import { withMark, type GalleryState } from './galleryState.ts';

/** Moves the tab stop, and what is shown large along with it. */
export function reaching(state: PageState, index: number): PageState {
  if (index === state.gallery.active && !state.gallery.sought) return state;
  return { ...state, gallery: { ...state.gallery, active: index, sought: undefined } };
}

/** Shows an image large. */
export function opening(state: PageState, index: number): PageState {
  return goingTo(reaching(state, index), { isOpen: true });
}

/** Shows the marked images side by side. */
export function comparing(state: PageState): PageState {
  return goingTo(state, { isComparing: true });
}

/** Back to the grid, and to where one was in it. */
export function closing(state: PageState): PageState {
  return goingTo(state, { isOpen: false, isComparing: false });
}

export function unmarking(state: PageState): PageState {
  return goingTo(state, { marked: [] });
}

/** What is shown next has the focus. */
function goingTo(state: PageState, change: Partial<GalleryState>): PageState {
  return { ...state, focus: { target: 'gallery' }, gallery: { ...state.gallery, ...change } };
}

export function toggleMark(page: Page, card: ImageCard, words: GalleryStrings): void {
  page.update((state) => ({ ...state, gallery: withMark(state.gallery, card) }));
  const { length } = page.state.gallery.marked;
  page.announce([words.unmarked, words.markedOne][length] ?? fill(words.marked, length));
}
