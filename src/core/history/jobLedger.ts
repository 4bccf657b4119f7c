/** The jobs that the events so far tell of and that have not ended. */
import type { HistoryJob, JobEvent } from './event.ts';
import { takeLatest, type Latest } from './latest.ts';
import { readStamp } from './stamp.ts';

export interface JobLedger {
  /** False when it changes nothing. */
  add(event: JobEvent): boolean;
  /** Oldest first. The same list until something changes. */
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
  /** Their ids alone: after years there are thousands, and what is asked for again and again are the few others. */
  const ended = new Set<string>();
  let open: readonly OpenJob[] | undefined;

  function end(id: string): boolean {
    ended.add(id);
    known.delete(id);
    return true;
  }

  function note(id: string, event: Exclude<JobEvent, { readonly type: 'jobEnded' }>): boolean {
    let entry = known.get(id);
    if (!entry) known.set(id, (entry = { latest: {}, folders: new Set() }));
    if (event.type !== 'jobSaving') return takeLatest(entry.latest, event);
    const isNew = !entry.folders.has(event.folder);
    entry.folders.add(event.folder);
    return isNew;
  }

  return {
    add(event) {
      const id = event.type === 'jobStarted' ? event.job.id : event.job;
      if (ended.has(id)) return false;
      const hasChanged = event.type === 'jobEnded' ? end(id) : note(id, event);
      if (hasChanged) open = undefined;
      return hasChanged;
    },
    get jobs() {
      open ??= [...known.values()]
        .flatMap((entry) => openJob(entry) ?? [])
        .toSorted((one, other) => one.job.startedAt - other.job.startedAt);
      return open;
    },
  };
}

function openJob({ latest, folders }: Entry): OpenJob | undefined {
  const { jobStarted, jobDismissed } = latest;
  const writer = jobStarted && readStamp(jobStarted.id)?.writer;
  if (!writer) return undefined;
  return { job: jobStarted.job, writer, folders: [...folders], isDismissed: jobDismissed !== undefined };
}
