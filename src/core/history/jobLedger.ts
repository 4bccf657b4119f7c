/** The jobs that the events so far tell of and that have not ended. */
import type { AcceptedImage } from '../imageSet.ts';
import { handleKey } from '../jobHandle.ts';
import type { HistoryJob, JobEvent } from './event.ts';
import { takeLatest, type Latest } from './latest.ts';
import { isLater, readStamp } from './stamp.ts';

export interface JobLedger {
  /** False when it changes nothing. */
  add(event: JobEvent): boolean;
  /** Oldest first. The same list until something changes. */
  readonly jobs: readonly OpenJob[];
}

export interface OpenJob {
  readonly job: HistoryJob;
  /** Who runs it, or ran it last. */
  readonly writer: string;
  readonly saves: readonly PlannedSave[];
  /** What providers have accepted for it, and have not been seen to end. */
  readonly accepted: readonly AcceptedImage[];
  /** The user has seen that it was interrupted. */
  readonly isDismissed: boolean;
}

/** A folder that a job was about to save into, and who was. */
export interface PlannedSave {
  readonly folder: string;
  readonly writer: string;
}

/** What a job may say more than once is kept by what it says. */
interface Entry {
  readonly latest: Latest<JobEvent>;
  readonly saves: Map<string, PlannedSave>;
  readonly accepted: Map<string, AcceptedImage>;
  readonly settled: Set<string>;
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
    if (!entry) known.set(id, (entry = { latest: {}, saves: new Map(), accepted: new Map(), settled: new Set() }));
    switch (event.type) {
      case 'jobSaving': {
        const save = { folder: event.folder, writer: readStamp(event.id)?.writer ?? '' };
        return putNew(entry.saves, `${save.writer} ${save.folder}`, save);
      }
      case 'jobAccepted': {
        const { prompt, handle } = event;
        return putNew(entry.accepted, handleKey(handle), { prompt, handle });
      }
      case 'jobSettled': {
        const isNew = !entry.settled.has(event.key);
        entry.settled.add(event.key);
        return isNew;
      }
      case 'jobStarted':
      case 'jobTaken':
      case 'jobDismissed':
        return takeLatest(entry.latest, event);
    }
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

function putNew<T>(map: Map<string, T>, key: string, value: T): boolean {
  if (map.has(key)) return false;
  map.set(key, value);
  return true;
}

function openJob({ latest, saves, accepted, settled }: Entry): OpenJob | undefined {
  const { jobStarted, jobTaken, jobDismissed } = latest;
  if (!jobStarted) return undefined;
  const last = jobTaken && isLater(jobTaken, jobStarted) ? jobTaken : jobStarted;
  const writer = readStamp(last.id)?.writer;
  if (!writer) return undefined;
  return {
    job: jobStarted.job,
    writer,
    saves: [...saves.values()],
    accepted: [...accepted].flatMap(([key, one]) => (settled.has(key) ? [] : [one])),
    isDismissed: jobDismissed !== undefined,
  };
}
