/** The jobs that the events so far tell of and that have not ended. */
import type { HistoryJob, JobEvent } from './event.ts';
import { takeLatest, type Latest } from './latest.ts';
import { readStamp } from './stamp.ts';

export interface JobLedger {
  /** False when it changes nothing. */
  add(event: JobEvent): boolean;
  /** Oldest first. */
  readonly jobs: readonly OpenJob[];
}

export interface OpenJob {
  readonly job: HistoryJob;
  /** Who runs it, or ran it. */
  readonly writer: string;
  /** Where it was about to save. */
  readonly folders: readonly string[];
  /** The user has seen that it was interrupted. */
  readonly isDismissed: boolean;
}

interface Entry {
  readonly latest: Latest<JobEvent>;
  readonly folders: Set<string>;
}

export function createJobLedger(): JobLedger {
  const known = new Map<string, Entry>();
  return {
    add(event) {
      const id = event.type === 'jobStarted' ? event.job.id : event.job;
      const entry = known.get(id) ?? { latest: {}, folders: new Set() };
      known.set(id, entry);
      if (event.type !== 'jobSaving') return takeLatest(entry.latest, event);
      const isNew = !entry.folders.has(event.folder);
      entry.folders.add(event.folder);
      return isNew;
    },
    get jobs() {
      const open = [...known.values()].flatMap((entry) => openJob(entry) ?? []);
      return open.toSorted((one, other) => one.job.startedAt - other.job.startedAt);
    },
  };
}

function openJob({ latest, folders }: Entry): OpenJob | undefined {
  const { jobStarted, jobDismissed, jobEnded } = latest;
  const writer = jobStarted && readStamp(jobStarted.id)?.writer;
  if (!writer || jobEnded) return undefined;
  return { job: jobStarted.job, writer, folders: [...folders], isDismissed: jobDismissed !== undefined };
}
