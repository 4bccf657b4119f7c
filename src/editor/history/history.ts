/** The history as VS Code's side sees it: what this window writes into the journal, and what it reads of the others. */
import { EventEmitter, type Disposable, type Event, type LogOutputChannel, type Uri } from 'vscode';
import type { Picture } from '../../core/generate.ts';
import type { HistoryChange, HistoryImage, HistoryJob, SavedImage } from '../../core/history/event.ts';
import { interruptedJobs } from '../../core/history/interruptedJobs.ts';
import type { OpenJob } from '../../core/history/jobLedger.ts';
import { createLedger } from '../../core/history/ledger.ts';
import { parseEvent } from '../../core/history/parseEvent.ts';
import { writeStamp } from '../../core/history/stamp.ts';
import type { Journal } from '../../files/journal/openJournal.ts';

/** What a picture was made for. */
export interface HistorySource {
  readonly document: Uri | undefined;
  readonly languageId: string | undefined;
}

/** A folder of the disk, the job that was saving into it, and who ran that. */
export interface CutSave {
  readonly folder: string;
  readonly job: HistoryJob;
  readonly writer: string;
}

/** Changes count at once in this window; the journal gets them in the same order, and nobody waits for it. */
export interface History extends Disposable {
  readonly onDidChange: Event<void>;
  /**
   * Reads what there is, and later what other windows have added since. Cheap when nothing is new. Never rejects.
   * Before the first time, only what this window has added is known. Of a long history the newest images are there, and
   * `onDidChange` tells so, long before the promise resolves with all.
   */
  refresh(): Promise<void>;
  /** Newest first. The same list until something changes. */
  readonly images: readonly HistoryImage[];
  /**
   * Jobs that a process began that no longer runs, and that did not end. `jobEnded` takes one off the list. Looked up
   * when something has changed and with every `refresh`.
   */
  readonly interrupted: readonly HistoryJob[];
  get(id: string): HistoryImage | undefined;
  /** The newest image at a place. */
  find(place: Uri): HistoryImage | undefined;
  /** `group` is the id of the job that made it. Whatever was at that place before is deleted. */
  add(picture: Picture<Uri>, source: HistorySource, group: string): HistoryImage;
  setFavourite(id: string, on: boolean): void;
  /** Its file went to the trash: it stays in the list, marked. */
  markDeleted(id: string): void;
  /** Also says that its file is there (again), and nobody else's any more; unless `isThere` is false. */
  markMoved(id: string, uri: Uri, isThere?: boolean): void;
  markDocumentMoved(id: string, document: Uri): void;
  /** Takes it out of the history. */
  forget(id: string): void;
  /** Ids must be unique over time. */
  jobStarted(job: HistoryJob): void;
  /** To be awaited before a job saves into a folder of the disk: `cutSaves` has it should the process die. */
  jobSaving(id: string, folder: string): Promise<void>;
  jobEnded(id: string): void;
  /** Where processes were saving that no longer run. Pictures may wait there for `recoverSaves`. */
  readonly cutSaves: readonly CutSave[];
  /** These folders were looked at. */
  cutSavesRecovered(folders: readonly string[]): void;
  /** Resolves when all changes so far are in the journal, or could not be written. */
  flush(): Promise<void>;
}

export function createHistory(journal: Journal, log: Pick<LogOutputChannel, 'warn'>): History {
  const ledger = createLedger();
  const changed = new EventEmitter<void>();
  let reading = Promise.resolve();
  let hasMerged = false;
  let hasComplained = false;
  let isEnding = false;
  let isTelling = false;
  /** What `cutJobs` found in which list. Asking the system who still runs took longer than all else that is shown. */
  let cut: { readonly of: readonly OpenJob[]; readonly found: readonly OpenJob[] } | undefined;

  /** Once is enough: it goes on in memory, and what could not be written is tried again with the next line. */
  function complain(error: unknown): void {
    if (!hasComplained) log.warn(`The history on disk cannot be used: ${String(error)}`);
    hasComplained = true;
  }

  /** Once for all that changes at a stroke: renaming a folder moves every image in it. */
  function tell(): void {
    if (isTelling) return;
    isTelling = true;
    queueMicrotask(() => {
      isTelling = false;
      changed.fire();
    });
  }

  async function record(change: HistoryChange): Promise<void> {
    const id = writeStamp({ writer: journal.writer, sequence: ledger.lastSequence + 1 });
    const event = { id, at: Date.now(), ...change };
    ledger.add(event);
    tell();
    await journal.append(JSON.stringify(event)).catch(complain);
  }

  function recordOf(id: string, changeOf: (image: HistoryImage) => HistoryChange | undefined): void {
    const image = ledger.image(id);
    const change = image && changeOf(image);
    if (change) void record(change);
  }

  /** A place holds one file: those that were there before are gone, whoever has seen that or not. */
  function clearPlace(uri: string, newcomer: string | undefined): void {
    for (const { id, deleted } of ledger.imagesAt(uri)) {
      if (!deleted && id !== newcomer) void record({ type: 'imageDeleted', image: id });
    }
  }

  /** The newest come first and are told at once: a long history shows as fast as a short one. */
  async function read(): Promise<void> {
    cut = undefined;
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

  function cutJobs(): readonly OpenJob[] {
    const { jobs } = ledger;
    if (cut?.of === jobs) return cut.found;
    const others = jobs.filter(({ writer }) => writer !== journal.writer);
    cut = { of: jobs, found: interruptedJobs(others, (writer) => journal.isRunning(writer), Date.now()) };
    return cut.found;
  }

  return {
    onDidChange: changed.event,
    refresh() {
      reading = reading.then(read);
      return reading;
    },
    get images() {
      return ledger.images;
    },
    get interrupted() {
      return cutJobs().flatMap(({ job, isDismissed }) => (isDismissed ? [] : [job]));
    },
    get: (id) => ledger.image(id),
    find: (place) => ledger.imageAt(place.toString()),
    add({ place, bytes, format, record: made, ignored, cost }, { document, languageId }, group) {
      const image: SavedImage = {
        id: crypto.randomUUID(),
        uri: place.toString(),
        bytes,
        format,
        record: made,
        ignored,
        ...(cost ? { cost } : {}),
        group,
        ...(document ? { document: document.toString() } : {}),
        ...(languageId === undefined ? {} : { languageId }),
      };
      clearPlace(image.uri, undefined);
      void record({ type: 'imageSaved', image });
      return ledger.image(image.id) ?? { ...image, savedAt: Date.now(), favourite: false, deleted: false };
    },
    setFavourite(id, on) {
      recordOf(id, ({ favourite }) => (favourite === on ? undefined : { type: 'favourite', image: id, on }));
    },
    markDeleted(id) {
      recordOf(id, ({ deleted }) => (deleted ? undefined : { type: 'imageDeleted', image: id }));
    },
    markMoved(id, uri, isThere = true) {
      if (!ledger.image(id)) return;
      if (isThere) clearPlace(uri.toString(), id);
      void record({ type: 'imageMoved', image: id, uri: uri.toString() });
      if (!isThere) void record({ type: 'imageDeleted', image: id });
    },
    markDocumentMoved(id, document) {
      recordOf(id, () => ({ type: 'documentMoved', image: id, document: document.toString() }));
    },
    forget(id) {
      recordOf(id, () => ({ type: 'imageForgotten', image: id }));
    },
    jobStarted(job) {
      void record({ type: 'jobStarted', job });
    },
    jobSaving: (id, folder) => record({ type: 'jobSaving', job: id, folder }),
    jobEnded(id) {
      const open = ledger.jobs.find(({ job }) => job.id === id);
      if (!open) return;
      // A window that goes takes its jobs along: they did not end, they were interrupted.
      if (open.writer === journal.writer && isEnding) return;
      const isCut = open.writer !== journal.writer && open.folders.length > 0;
      void record({ type: isCut ? 'jobDismissed' : 'jobEnded', job: id });
    },
    get cutSaves() {
      return cutJobs().flatMap(({ job, writer, folders }) => folders.map((folder) => ({ folder, job, writer })));
    },
    cutSavesRecovered(recovered) {
      for (const { job, folders, isDismissed } of cutJobs()) {
        const isDone = isDismissed && folders.every((folder) => recovered.includes(folder));
        if (isDone) void record({ type: 'jobEnded', job: job.id });
      }
    },
    flush: () => journal.flush().catch(complain),
    dispose() {
      isEnding = true;
      try {
        journal.close();
      } catch (error) {
        complain(error);
      }
      changed.dispose();
    },
  };
}
