/** The way to the host: typed messages out, and the few things about the page's looks that outlive it. */
import type { FromView } from '../core/sidebar/fromView.ts';
import type { GalleryLooks } from './gallery/galleryLooks.ts';

declare function acquireVsCodeApi(): {
  readonly postMessage: (message: FromView) => void;
  readonly getState: () => unknown;
  readonly setState: (looks: Looks) => void;
};

/** What may be lost without harm. It comes back after hiding, and after a reload if the workbench has written it by then. */
export interface Looks {
  /** Grows when the fields below change: what an earlier version has left is not read. */
  readonly shape: number;
  readonly moreOpen: boolean;
  /** Pixels that the grid is scrolled. */
  readonly scroll: number;
  readonly gallery: GalleryLooks | undefined;
}

export interface Host {
  readonly send: (message: FromView) => void;
  readonly looks: Looks;
  readonly saveLooks: (change: Partial<Omit<Looks, 'shape'>>) => void;
}

/** Works once per page: the workbench hands its API out a single time. */
export function connectHost(): Host {
  const { postMessage, getState, setState } = acquireVsCodeApi();
  const saved = getState();
  let looks = isLooks(saved) ? saved : noLooks;
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

const noLooks: Looks = { shape: 2, moreOpen: false, scroll: 0, gallery: undefined };

/** Nobody but this page can write there. */
function isLooks(value: unknown): value is Looks {
  return (value as Partial<Looks> | null | undefined)?.shape === noLooks.shape;
}
