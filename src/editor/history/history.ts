/** The history as VS Code's side sees it: what this window writes into the journal, and what it reads of the others. */
import type { Disposable, LogOutputChannel } from 'vscode';
import type { Journal } from '../../files/journal/openJournal.ts';
import { createEventStore, type EventStore } from './eventStore.ts';
import { createImageHistory, type ImageHistory } from './imageHistory.ts';
import { createJobHistory, type JobHistory } from './jobHistory.ts';

/**
 * Changes count at once in this window; the journal gets them in the same order, and nobody waits for it. Before the
 * first `refresh`, only what this window has added is known.
 */
export interface History
  extends ImageHistory, JobHistory, Pick<EventStore, 'onDidChange' | 'refresh' | 'flush'>, Disposable {}

export function createHistory(journal: Journal, log: Pick<LogOutputChannel, 'warn'>): History {
  const store = createEventStore(journal, log, () => jobs.lookAgain());
  const images = createImageHistory(store);
  const jobs = createJobHistory(store, journal);
  return {
    ...images,
    ...jobs,
    // A spread would keep what they are now.
    get images() {
      return images.images;
    },
    get interrupted() {
      return jobs.interrupted;
    },
    get hasOthersAccepted() {
      return jobs.hasOthersAccepted;
    },
    get cutSaves() {
      return jobs.cutSaves;
    },
    onDidChange: store.onDidChange,
    refresh: () => store.refresh(),
    flush: () => store.flush(),
    dispose() {
      jobs.leaveAll();
      store.dispose();
    },
  };
}
