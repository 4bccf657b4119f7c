/** The jobs of the history that have not ended: those that this window works on, and those that somebody has to take over. */
import type { HistoryJob } from '../../core/history/event.ts';
import { interruptedJobs } from '../../core/history/interruptedJobs.ts';
import type { OpenJob } from '../../core/history/jobLedger.ts';
import type { AcceptedImage } from '../../core/imageSet.ts';
import { handleKey, type JobHandle } from '../../core/jobHandle.ts';
import type { Journal } from '../../files/journal/openJournal.ts';
import type { EventStore } from './eventStore.ts';

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

export interface JobHistory {
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
  /** Ids must be unique over time. */
  jobStarted(job: HistoryJob): void;
  /** To be awaited before a job saves into a folder of the disk: `cutSaves` has it should the process die. */
  jobSaving(id: string, folder: string): Promise<void>;
  /** A provider has accepted the image with this prompt. Resolves when the journal has it, or could not have it. */
  jobAccepted(id: string, prompt: string, handle: JobHandle): Promise<void>;
  /** The image of this handle is saved, or given up, or can never be. */
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
}

/** With what only the rest of the history uses. */
export interface JobHistoryPart extends JobHistory {
  /** Who runs is asked anew: that changes without a word in any journal. */
  lookAgain(): void;
  /** The window goes, and leaves all of its jobs: they did not end, they were interrupted. */
  leaveAll(): void;
}

export function createJobHistory(
  { ledger, record, tell, refresh, complain }: EventStore,
  journal: Pick<Journal, 'writer' | 'isRunning' | 'claim' | 'flush'>,
): JobHistoryPart {
  let isEnding = false;
  /** Jobs of this window that were left. */
  const left = new Set<string>();
  /** Jobs that this window works on. */
  const underWay = new Set<string>();
  /** What `cutJobs` found in which list. Asking the system who still runs took longer than all else that is shown. */
  let cut: { readonly of: readonly OpenJob[]; readonly found: readonly OpenJob[] } | undefined;

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

  function find(id: string): OpenJob | undefined {
    return ledger.jobs.find(({ job }) => job.id === id);
  }

  function takeOver(open: OpenJob): void {
    const { id } = open.job;
    if (isOwn(open) && !left.has(id)) return;
    setLeft(id, false);
    void record({ type: 'jobTaken', job: id });
  }

  function setLeft(id: string, isLeft: boolean): void {
    if (isLeft) left.add(id);
    else left.delete(id);
    cut = undefined;
    tell();
  }

  return {
    get interrupted() {
      const jobs = cutJobs().filter(({ isDismissed }) => !isDismissed);
      return jobs.map((open) => ({ ...open.job, accepted: open.accepted, isOwn: isOwn(open) }));
    },
    get hasOthersAccepted() {
      const interrupted = cutJobs();
      return ledger.jobs.some((open) => open.accepted.length > 0 && !isOwn(open) && !interrupted.includes(open));
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
    jobTaken(id) {
      const open = find(id);
      if (!open || underWay.has(id)) return false;
      underWay.add(id);
      takeOver(open);
      return true;
    },
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
      if (!isEnding) setLeft(id, true);
    },
    jobEnded(id) {
      underWay.delete(id);
      const open = find(id);
      if (!open || (isOwn(open) && isEnding)) return;
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
    lookAgain() {
      cut = undefined;
    },
    leaveAll() {
      isEnding = true;
    },
  };
}
