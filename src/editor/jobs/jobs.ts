/** The jobs that are on their way: one for each prompt that somebody asked for. Owns their cancelling. */
import type { Disposable, Event } from 'vscode';
import { ImageFailure } from '../../core/failure.ts';
import { windowCloses } from '../../core/jobHandle.ts';
import type { Stage } from '../../core/request.ts';
import { createSlots } from '../../core/slots.ts';
import { createChangeEvent } from '../event/changeEvent.ts';

export interface Job {
  /** Unique over time: the history knows the job by it, too. */
  readonly id: string;
  /** The start of the prompt, for people. */
  readonly title: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly stage: Stage;
  /** Images that the job is to make, and how many are there. */
  readonly count: number;
  readonly done: number;
}

/** What the work of a job sees of it. */
export interface JobControl {
  readonly id: string;
  readonly signal: AbortSignal;
  setStage(stage: Stage): void;
  imageDone(): void;
  /** Waits for one of the places that `depict.maxConcurrentJobs` allows, then runs. Rejects when cancelled meanwhile. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
}

export interface Jobs extends Disposable {
  readonly running: readonly Job[];
  readonly onDidChange: Event<void>;
  /** Runs work as a job. `outside` cancels it too. `id`: of one that is gone on with. */
  run<T>(
    title: string,
    count: number,
    outside: AbortSignal | undefined,
    work: (job: JobControl) => Promise<T>,
    id?: string,
  ): Promise<T>;
  /** False when no such job runs. */
  cancel(id: string): boolean;
  cancelAll(): void;
}

interface Entry {
  job: Job;
  readonly controller: AbortController;
}

export function createJobs(limit: () => number): Jobs {
  const slots = createSlots(limit);
  // Of a hundred jobs in line each hears of every place that comes free.
  const changed = createChangeEvent();
  const { tell } = changed;
  const entries = new Map<string, Entry>();

  function start(title: string, count: number, id: string): Entry {
    const job: Job = { id, title, startedAt: Date.now(), stage: { type: 'asking' }, count, done: 0 };
    const entry = { job, controller: new AbortController() };
    entries.set(job.id, entry);
    tell();
    return entry;
  }

  function controlOf(entry: Entry): JobControl {
    const { signal } = entry.controller;
    let active = 0;
    const update = (change: Partial<Job>): void => {
      entry.job = { ...entry.job, ...change };
      tell();
    };
    return {
      id: entry.job.id,
      signal,
      setStage: (stage) => update({ stage }),
      imageDone() {
        const done = entry.job.done + 1;
        // The last word was that this one is saved; what the others are at is told when it changes.
        update(active > 1 ? { done, stage: { type: 'generating' } } : { done });
      },
      inTurn: (work) => {
        if (signal.aborted) return Promise.reject(new ImageFailure({ kind: 'cancelled' }));
        const counted = async (): Promise<Awaited<ReturnType<typeof work>>> => {
          active += 1;
          try {
            return await work();
          } finally {
            active -= 1;
          }
        };
        return slots.run(counted, {
          // A job one of whose images is being made is not waiting.
          onAhead: (ahead) => {
            const { stage } = entry.job;
            const isKnown = stage.type === 'queued' && stage.ahead <= ahead;
            if (active === 0 && !isKnown) update({ stage: { type: 'queued', ahead } });
          },
          onLeave: (leave) =>
            signal.addEventListener('abort', () => leave(new ImageFailure({ kind: 'cancelled' })), { once: true }),
        });
      },
    };
  }

  return {
    get running() {
      return [...entries.values()].map(({ job }) => job);
    },
    onDidChange: changed.event,
    async run(title, count, outside, work, id = crypto.randomUUID()) {
      const entry = start(title, count, id);
      const cancel = (): void => entry.controller.abort();
      try {
        outside?.addEventListener('abort', cancel);
        if (outside?.aborted) cancel();
        return await work(controlOf(entry));
      } finally {
        outside?.removeEventListener('abort', cancel);
        entries.delete(entry.job.id);
        tell();
      }
    },
    cancel(id) {
      const entry = entries.get(id);
      entry?.controller.abort();
      return entry !== undefined;
    },
    cancelAll() {
      for (const { controller } of entries.values()) controller.abort();
    },
    dispose() {
      for (const { controller } of entries.values()) controller.abort(windowCloses);
      changed.dispose();
    },
  };
}
