/** The history as VS Code's side sees it: what this window writes into the journal, and what it reads of the others. */
import { EventEmitter, type Disposable, type Event, type LogOutputChannel, type Uri } from 'vscode';
import type { Picture } from '../../core/generate.ts';
import type { HistoryChange, HistoryImage, HistoryJob, SavedImage } from '../../core/history/event.ts';
import { interruptedJobs } from '../../core/history/interruptedJobs.ts';
import type { AcceptedImage } from '../../core/imageSet.ts';
import { handleKey, type JobHandle } from '../../core/jobHandle.ts';
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

/** A job that nobody works on any more although it did not end. */
export interface InterruptedJob extends HistoryJob {
  /** What providers may still make of it: that is paid for. */
  readonly accepted: readonly AcceptedImage[];
  /** This window had worked on it, and has told the user why it stopped. */
  readonly isOwn: boolean;
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
   * Jobs that a process began that no longer runs, and that did not end; and those of this window that were left.
   * `jobEnded` takes one off the list. Looked up when something has changed and with every `refresh`.
   */
  readonly interrupted: readonly InterruptedJob[];
  /**
   * Another process works on what a provider has accepted. Nobody tells when it dies: whoever is to pick that up looks
   * again, with a `refresh`.
   */
  readonly hasOthersAccepted: boolean;
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
  /** A provider has accepted the image with this prompt. Resolves when the journal has it, or could not have it. */
  jobAccepted(id: string, prompt: string, handle: JobHandle): Promise<void>;
  /** The image of this handle is saved, or can never be. */
  jobSettled(id: string, handle: JobHandle): void;
  /** This window goes on with a job; false where it does already, or where nothing is left of the job. */
  jobTaken(id: string): boolean;
  /** As `jobTaken`, but false where another window is about to do the same, or has. */
  takeJob(id: string): Promise<boolean>;
  /** This window has stopped working on the job, and something is left of it. */
  jobLeft(id: string): void;
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
  /** Jobs of this window that were left. */
  const left = new Set<string>();
  /** Jobs that this window works on. */
  const underWay = new Set<string>();
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

  function refresh(): Promise<void> {
    reading = reading.then(read);
    return reading;
  }

  function jobTaken(id: string): boolean {
    const open = ledger.jobs.find(({ job }) => job.id === id);
    if (!open || underWay.has(id)) return false;
    underWay.add(id);
    takeOver(open);
    return true;
  }

  function takeOver(open: OpenJob): void {
    const { id } = open.job;
    if (isOwn(open) && !left.has(id)) return;
    setLeft(id, false);
    void record({ type: 'jobTaken', job: id });
  }

  function cutJobs(): readonly OpenJob[] {
    const { jobs } = ledger;
    if (cut?.of === jobs) return cut.found;
    const [own, others] = [jobs.filter(isOwn), jobs.filter((job) => !isOwn(job))];
    const interrupted = interruptedJobs(others, (writer) => journal.isRunning(writer), Date.now());
    cut = { of: jobs, found: [...interrupted, ...own.filter(({ job }) => left.has(job.id))] };
    return cut.found;
  }

  function isOwn({ writer }: OpenJob): boolean {
    return writer === journal.writer;
  }

  function setLeft(id: string, isLeft: boolean): void {
    if (isLeft) left.add(id);
    else left.delete(id);
    cut = undefined;
    tell();
  }

  return {
    onDidChange: changed.event,
    refresh,
    get images() {
      return ledger.images;
    },
    get interrupted() {
      const jobs = cutJobs().filter(({ isDismissed }) => !isDismissed);
      return jobs.map((open) => ({ ...open.job, accepted: open.accepted, isOwn: isOwn(open) }));
    },
    get hasOthersAccepted() {
      const ends = cutJobs();
      return ledger.jobs.some((open) => open.accepted.length > 0 && !isOwn(open) && !ends.includes(open));
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
      underWay.add(job.id);
      void record({ type: 'jobStarted', job });
    },
    jobSaving: (id, folder) => record({ type: 'jobSaving', job: id, folder }),
    jobAccepted: (id, prompt, handle) => record({ type: 'jobAccepted', job: id, prompt, handle }),
    jobSettled(id, handle) {
      void record({ type: 'jobSettled', job: id, key: handleKey(handle) });
    },
    jobTaken,
    async takeJob(id) {
      const open = cutJobs().find(({ job }) => job.id === id);
      // Named after who had it last: a claim that was left behind is about that one's work only.
      const release = open && (await journal.claim(`${id}-${open.writer}`).catch(complain));
      if (!release) return false;
      try {
        await refresh();
        if (!cutJobs().some(({ job, writer }) => job.id === id && writer === open.writer)) return false;
        takeOver(open);
        await journal.flush();
        return true;
      } finally {
        await release();
      }
    },
    jobLeft(id) {
      underWay.delete(id);
      // A window that goes leaves all of its jobs; the next one finds them.
      if (!isEnding) setLeft(id, true);
    },
    jobEnded(id) {
      underWay.delete(id);
      const open = ledger.jobs.find(({ job }) => job.id === id);
      if (!open) return;
      // A window that goes takes its jobs along: they did not end, they were interrupted.
      if (isOwn(open) && isEnding) return;
      if (left.has(id)) setLeft(id, false);
      const isCut = !isOwn(open) && open.saves.length > 0;
      void record({ type: isCut ? 'jobDismissed' : 'jobEnded', job: id });
    },
    get cutSaves() {
      return cutJobs().flatMap(({ job, saves }) => saves.map((save) => ({ ...save, job })));
    },
    cutSavesRecovered(recovered) {
      for (const { job, saves, isDismissed } of cutJobs()) {
        const isDone = isDismissed && saves.every(({ folder }) => recovered.includes(folder));
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
