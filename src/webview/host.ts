/** The way to the host: typed messages out, and the few things about the page's looks that outlive it. */
import type { FromView } from '../core/sidebar/fromView.ts';
import { parseGalleryLooks, type GalleryLooks } from './gallery/galleryLooks.ts';

declare function acquireVsCodeApi(): {
  readonly postMessage: (message: FromView) => void;
  readonly getState: () => unknown;
  readonly setState: (looks: Looks) => void;
};

/** What may be lost without harm. It comes back after hiding, reload and restart. */
export interface Looks {
  readonly moreOpen: boolean;
  /** Pixels that the grid is scrolled. */
  readonly scroll: number;
  readonly gallery: GalleryLooks | undefined;
}

export interface Host {
  readonly send: (message: FromView) => void;
  readonly looks: Looks;
  readonly saveLooks: (change: Partial<Looks>) => void;
}

/** Works once per page: the workbench hands its API out a single time. */
export function connectHost(): Host {
  const { postMessage, getState, setState } = acquireVsCodeApi();
  let looks = parseLooks(getState());
  return {
    send: postMessage,
    get looks() {
      return looks;
    },
    saveLooks(change) {
      const changed = { ...looks, ...change };
      if (JSON.stringify(changed) === JSON.stringify(looks)) return;
      looks = changed;
      setState(looks);
    },
  };
}

/** An earlier version may have left it. */
function parseLooks(value: unknown): Looks {
  const saved = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  const { moreOpen, scroll, gallery } = saved;
  return {
    moreOpen: moreOpen === true,
    scroll: typeof scroll === 'number' ? scroll : 0,
    gallery: parseGalleryLooks(gallery),
  };
}
