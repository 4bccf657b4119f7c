/** Jobs that were accepted: each stands in a queue, is worked on, and is done, failed or cancelled. */
import { randomUUID } from 'node:crypto';
import type { PictureOrder, Studio } from '../studio.ts';
import type { Reply } from './reply.ts';

export interface DemoJob {
  readonly id: string;
  /** The provider that has accepted it. */
  readonly provider: string;
  readonly order: PictureOrder;
  readonly state: 'queued' | 'running' | 'done' | 'cancelled';
  /** While it is queued: how many are ahead of it. */
  readonly ahead: number;
  /** How often somebody has asked about it. */
  readonly looks: number;
  /** When it is done. */
  readonly picture?: Reply;
}

export interface JobBook {
  /** In the order in which they were accepted, since the start or the last reset. */
  readonly all: readonly DemoJob[];
  accept(provider: string, order: PictureOrder): DemoJob;
  /**
   * Every look moves a job on by one step: two are ahead, one is ahead, it is worked on, it is done. Where pictures are
   * to take no time a look waits for the drawing, so that the number of looks does not depend on the machine.
   */
  look(provider: string, id: string): Promise<DemoJob | undefined>;
  /** Undefined where there is no such job. */
  cancel(provider: string, id: string): 'cancelled' | 'tooLate' | undefined;
  clear(): void;
}

const firstAhead = 2;

/** @param generationSeconds how long the studio takes at least */
export function createJobBook(studio: Studio, generationSeconds: number): JobBook {
  const jobs: Writable<DemoJob>[] = [];
  const drawings = new WeakMap<DemoJob, Promise<void>>();

  function find(provider: string, id: string): Writable<DemoJob> | undefined {
    return jobs.find((job) => job.id === id && job.provider === provider);
  }

  /** The picture takes its time, if the server was told so, and counts as being worked on meanwhile. */
  function begin(job: Writable<DemoJob>): void {
    job.state = 'running';
    const drawing = studio.make(job.order, 'none', new AbortController().signal).then(
      (picture) => {
        job.picture = picture;
      },
      () => undefined,
    );
    drawings.set(job, drawing);
  }

  return {
    all: jobs,
    accept(provider, order) {
      const job: Writable<DemoJob> = {
        id: randomUUID(),
        provider,
        order,
        state: 'queued',
        ahead: firstAhead,
        looks: 0,
      };
      jobs.push(job);
      return job;
    },
    async look(provider, id) {
      const job = find(provider, id);
      if (!job) return undefined;
      job.looks += 1;
      if (generationSeconds === 0) await drawings.get(job);
      if (job.state === 'running' && job.picture) job.state = 'done';
      else if (job.state === 'queued' && job.ahead === 0) begin(job);
      else if (job.state === 'queued' && job.looks > 1) job.ahead -= 1;
      return job;
    },
    cancel(provider, id) {
      const job = find(provider, id);
      if (!job) return undefined;
      if (job.state === 'done') return 'tooLate';
      job.state = 'cancelled';
      return 'cancelled';
    },
    clear() {
      jobs.length = 0;
    },
  };
}

type Writable<T> = { -readonly [Name in keyof T]: T[Name] };
