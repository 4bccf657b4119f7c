/** The events of the history: those of all windows are read, and what this window adds goes into a journal of its own. */
import type { Disposable, Event, LogOutputChannel } from 'vscode';
import type { HistoryChange } from '../../core/history/event.ts';
import { createLedger, type Ledger } from '../../core/history/ledger.ts';
import { parseEvent } from '../../core/history/parseEvent.ts';
import { writeStamp } from '../../core/history/stamp.ts';
import type { Journal } from '../../files/journal/openJournal.ts';
import { createChangeEvent } from '../event/changeEvent.ts';

export interface EventStore extends Disposable {
  readonly onDidChange: Event<void>;
  /** What all events so far mean together. */
  readonly ledger: Omit<Ledger, 'add'>;
  /**
   * Reads what there is, and later what other windows have added since. Cheap when nothing is new. Never rejects.
   * Of a long history the newest images are there, and `onDidChange` tells so, long before the promise resolves with all.
   */
  readonly refresh: () => Promise<void>;
  /** Counts at once. Resolves when the journal has it, or could not have it. */
  readonly record: (change: HistoryChange) => Promise<void>;
  /** Fires `onDidChange`. */
  readonly tell: () => void;
  /** Logs what the disk would not do. */
  readonly complain: (error: unknown) => void;
  /** Resolves when all changes so far are in the journal, or could not be written. */
  readonly flush: () => Promise<void>;
}

/** @param onRead called before each reading: whoever runs may have changed without a word in a journal */
export function createEventStore(
  journal: Journal,
  log: Pick<LogOutputChannel, 'warn'>,
  onRead: () => void,
): EventStore {
  const ledger = createLedger();
  // Renaming a folder moves every image in it.
  const changed = createChangeEvent();
  const { tell } = changed;
  let reading = Promise.resolve();
  let hasMerged = false;
  let hasComplained = false;

  /** Once is enough: it goes on in memory, and what could not be written is tried again with the next line. */
  function complain(error: unknown): void {
    if (!hasComplained) log.warn(`The history on disk cannot be used: ${String(error)}`);
    hasComplained = true;
  }

  /** The newest come first and are told at once: a long history shows as fast as a short one. */
  async function read(): Promise<void> {
    onRead();
    let hasToldFirst = false;
    let hasNews = false;
    await journal
      .readNew((lines) => {
        for (const line of lines) {
          const event = parseEvent(line);
          if (event && ledger.add(event)) hasNews = true;
        }
        if (hasToldFirst || !hasNews) return;
        hasToldFirst = true;
        hasNews = false;
        tell();
      })
      .catch(complain);
    if (hasNews) tell();
    if (hasMerged) return;
    hasMerged = true;
    journal.merge().catch(complain);
  }

  return {
    onDidChange: changed.event,
    ledger,
    refresh() {
      reading = reading.then(read);
      return reading;
    },
    async record(change) {
      const id = writeStamp({ writer: journal.writer, sequence: ledger.lastSequence + 1 });
      const event = { id, at: Date.now(), ...change };
      ledger.add(event);
      tell();
      await journal.append(JSON.stringify(event)).catch(complain);
    },
    tell,
    complain,
    flush: () => journal.flush().catch(complain),
    dispose() {
      try {
        journal.close();
      } catch (error) {
        complain(error);
      }
      changed.dispose();
    },
  };
}
