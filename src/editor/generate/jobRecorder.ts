/** Tells the history of a job while it runs, so that nothing that was paid for is lost when the window goes. */
import type { Uri } from 'vscode';
import type { Picture } from '../../core/generate.ts';
import type { Engine } from '../../engine.ts';
import type { LazyEngine } from '../engine/lazyEngine.ts';
import type { History } from '../history/history.ts';
import { historyJob } from '../history/historyJob.ts';
import type { BegunImages, Spend } from '../spend/spend.ts';
import type { HeldPictures } from './heldPictures.ts';
import { isNewCost } from './isNewCost.ts';
import type { JobResult } from './jobResult.ts';
import type { ImageNotes } from './makeImages.ts';
import type { Order } from './order.ts';

export interface JobRecorder {
  /** Begins the job in the history, unless it is gone on with, and ends it there, unless something is left of it. */
  during(jobId: string, order: Order, work: () => Promise<JobResult>): Promise<JobResult>;
  /** The engine, which says where a job will save before it does: should the process die there, the next one looks. */
  load(jobId: string): Promise<Engine>;
  /** What is to be heard of each of a job's images. */
  notesOf(order: Order, jobId: string, begun: BegunImages): ImageNotes;
  remember(picture: Picture<Uri>, order: Order, jobId: string): void;
}

export type RecordedHistory = Pick<
  History,
  'add' | 'jobStarted' | 'jobSaving' | 'jobAccepted' | 'jobSettled' | 'jobLeft' | 'jobEnded'
>;

export function createJobRecorder(
  history: RecordedHistory,
  held: Pick<HeldPictures, 'hold' | 'wait'>,
  engine: Pick<LazyEngine, 'load'>,
  spend: Pick<Spend, 'note'>,
): JobRecorder {
  function remember(picture: Picture<Uri>, { home, languageId }: Order, jobId: string): void {
    history.add(picture, { document: home.document, languageId }, jobId);
    spend.note(picture);
  }

  return {
    async during(jobId, order, work) {
      let { goesOn } = order;
      if (!goesOn) history.jobStarted(historyJob(jobId, order));
      try {
        const result = await work();
        ({ goesOn } = result);
        return result;
      } finally {
        if (goesOn) history.jobLeft(jobId);
        else if (!held.wait(jobId)) history.jobEnded(jobId);
      }
    },
    async load(jobId) {
      const loaded = await engine.load();
      return {
        ...loaded,
        async saveNewFile(wanted, pieces) {
          await history.jobSaving(jobId, wanted.folder);
          return loaded.saveNewFile(wanted, pieces);
        },
      };
    },
    notesOf: (order, jobId, begun) => ({
      remember: (picture) => remember(picture, order, jobId),
      accepted: ({ prompt }, handle) => void history.jobAccepted(jobId, prompt, handle),
      settled: (handle) => history.jobSettled(jobId, handle),
      held: (picture, handle) => held.hold(picture, jobId, handle),
      spent(request) {
        if (isNewCost(request, order.goesOn)) begun.spent();
      },
    }),
    remember,
  };
}
