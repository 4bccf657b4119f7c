/** Tells screen readers how far a job has come: at each image, and at each quarter where the service tells. */
import { l10n, type Disposable } from 'vscode';
import type { SidebarJobs } from './sidebarJobs.ts';

interface Told {
  readonly done: number;
  readonly quarter: number;
}

const nothing: Told = { done: 0, quarter: 0 };

export function announceProgress(
  jobs: Pick<SidebarJobs, 'cards' | 'onDidChange'>,
  isHeard: () => boolean,
  announce: (text: string) => void,
): Disposable {
  let told = new Map<string, Told>();
  return jobs.onDidChange(() => {
    if (!isHeard()) return;
    const running = jobs.cards.filter(({ state }) => state === 'running');
    const now = new Map(
      running.map(({ id, done, fraction = 0 }): [string, Told] => [id, { done, quarter: Math.floor(fraction * 4) }]),
    );
    for (const { id, title, count } of running) {
      const before = told.get(id) ?? nothing;
      const { done, quarter } = now.get(id) ?? nothing;
      if (done > before.done && done < count) announce(l10n.t('{0} of {1} images are there: {2}', done, count, title));
      else if (quarter > before.quarter && quarter < 4) announce(l10n.t('{0} %: {1}', quarter * 25, title));
    }
    told = now;
  });
}
