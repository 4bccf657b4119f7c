/** Everything the page draws from: the host's last snapshots, and what is open, chosen or being typed here. */
import type { FormValues } from '../../core/sidebar/formValues.ts';
import type { ViewState, ViewTab } from '../../core/sidebar/viewState.ts';
import { galleryWith, type GalleryLooks } from '../gallery/galleryLooks.ts';
import type { GalleryState } from '../gallery/galleryState.ts';

export interface PageState {
  readonly view: ViewState;
  /** What stands in the form: the host's, and on top of it what was typed since. */
  readonly values: FormValues;
  /** False until something was typed: up to then the host knows better what the form was. */
  readonly typed: boolean;
  readonly tab: ViewTab;
  /** A tab chosen here that the host has not confirmed yet: an older snapshot must not switch back. */
  readonly unconfirmedTab: ViewTab | undefined;
  /** What the form was when its problems were told: a field that was changed since has none. */
  readonly judged: FormValues;
  /**
   * Generate was pressed, and nothing was typed since: what comes of it is brought into sight, and the first problem with
   * the form gets the focus.
   */
  readonly awaitsImages: boolean;
  /** The host's clock minus this page's, in milliseconds. */
  readonly clockAhead: number;
  readonly focus: FocusWish | undefined;
  readonly polite: Announcement;
  readonly urgent: Announcement;
  readonly gallery: GalleryState;
}

/** Where the focus is to go after the next drawing. A new object for each wish. */
export interface FocusWish {
  readonly target: 'prompt' | 'gallery' | 'problem';
}

/** `turn` tells two equal texts apart: the second one is read out too. */
export interface Announcement {
  readonly text: string;
  readonly turn: number;
}

/**
 * @param now the page's clock, in milliseconds since 1970
 * @param looks of the page that was here before
 */
export function firstState(view: ViewState, now: number, looks?: GalleryLooks): PageState {
  const silence: Announcement = { text: '', turn: 0 };
  return {
    view,
    values: view.form.values,
    typed: false,
    tab: view.tab,
    unconfirmedTab: undefined,
    judged: view.form.values,
    awaitsImages: false,
    clockAhead: view.now - now,
    focus: undefined,
    polite: silence,
    urgent: silence,
    gallery: galleryWith(view.query, looks),
  };
}
