/** The way to the host: typed messages out, and the few things about the page's looks that outlive it. */
import type { FromView } from '../core/sidebar/fromView.ts';

declare function acquireVsCodeApi(): {
  readonly postMessage: (message: FromView) => void;
  readonly getState: () => unknown;
  readonly setState: (looks: Looks) => void;
};

/** What may be lost without harm. */
export interface Looks {
  readonly moreOpen: boolean;
}

export interface Host {
  readonly send: (message: FromView) => void;
  readonly looks: Looks;
  readonly saveLooks: (looks: Looks) => void;
}

/** Works once per page: the workbench hands its API out a single time. */
export function connectHost(): Host {
  const { postMessage, getState, setState } = acquireVsCodeApi();
  const saved = getState();
  const moreOpen = typeof saved === 'object' && saved !== null && 'moreOpen' in saved && saved.moreOpen === true;
  return {
    send: postMessage,
    looks: { moreOpen },
    saveLooks: setState,
  };
}
