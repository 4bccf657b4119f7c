/** One job from order to link, without any message of its own: commands and the exported API are thin callers of it. */
import type { Uri } from 'vscode';
import type { InsertPosition } from '../../api.ts';
import type { ReceivedImage } from '../../core/failure.ts';
import type { Picture } from '../../core/generate.ts';
import { windowCloses } from '../../core/jobHandle.ts';
import type { Engine } from '../../engine.ts';
import type { LazyEngine } from '../engine/lazyEngine.ts';
import type { History } from '../history/history.ts';
import { recoverCutSaves } from '../history/recoverCutSaves.ts';
import type { Jobs, JobControl } from '../jobs/jobs.ts';
import type { Markers } from '../jobs/placeMarkers.ts';
import type { Anchor } from '../links/anchor.ts';
import type { LinkWriter } from '../links/linkWriter.ts';
import type { Replace } from '../save/replaceFile.ts';
import { saveAt } from '../save/saveAt.ts';
import { saveImage } from '../save/saveImage.ts';
import type { BegunImages, Spend } from '../spend/spend.ts';
import type { Tokens } from '../token/tokens.ts';
import { checkPlace } from './checkPlace.ts';
import { describeImage } from './describeImage.ts';
import { createHeldPictures } from './heldPictures.ts';
import { isNewCost } from './isNewCost.ts';
import { createJobRecorder, type RecordedHistory } from './jobRecorder.ts';
import { summaryOf, whatGoesOn, type JobResult } from './jobResult.ts';
import { makeImages, type Outcome } from './makeImages.ts';
import { foreseenFolder, titleOf, type Order } from './order.ts';

/** Where the link goes. The anchor stays the caller's to dispose of. */
export interface LinkPlace {
  readonly anchor: Anchor;
  /** In place of the setting `depict.link.position`. */
  readonly position?: InsertPosition;
}

export interface JobRunner {
  /** Never throws: what was made and what went wrong come back together. `onStart` hears the job's id. */
  run(
    order: Order,
    place: LinkPlace | undefined,
    signal: AbortSignal | undefined,
    onStart?: (jobId: string) => void,
  ): Promise<JobResult>;
  /** The user's yes to so many more images, past `depict.maxImagesPerSession`. */
  allow(count: number): void;
  /**
   * Saves and links a picture that had arrived although its job failed; `at` is a file that the user chose for it, and
   * `group` the job that it belongs to in the history.
   */
  keep(
    order: Order,
    place: LinkPlace | undefined,
    received: ReceivedImage,
    at?: Uri,
    group?: string,
  ): Promise<JobResult>;
  /** The user wants none of these, or a program has them now. */
  giveUp(pictures: readonly ReceivedImage[]): void;
  /** Nobody has said what is to become of these: where their providers still have them, their jobs stay open. */
  leave(pictures: readonly ReceivedImage[]): void;
}

export function createJobRunner(
  jobs: Jobs,
  markers: Markers,
  engine: LazyEngine,
  tokens: Pick<Tokens, 'forOrigin'>,
  links: LinkWriter,
  history: Pick<History, 'refresh' | 'jobTaken' | 'cutSaves' | 'cutSavesRecovered'> & RecordedHistory,
  replace: Replace,
  generator: string,
  spend: Pick<Spend, 'begin' | 'allow' | 'note'>,
): JobRunner {
  const held = createHeldPictures(history);
  const recorder = createJobRecorder(history, held, engine, spend);

  async function work(
    order: Order,
    place: LinkPlace | undefined,
    job: JobControl,
    begun: BegunImages,
  ): Promise<JobResult> {
    if (place) markers.mark(job.id, place.anchor);
    const loaded = await recorder.load(job.id);
    const folder = foreseenFolder(order);
    await checkPlace(folder, order, loaded);
    const [recovered, outcome] = await Promise.all([
      recoverCutSaves(folder, history, loaded),
      makeImages(order, job, loaded, tokens, generator, recorder.notesOf(order, job.id, begun), replace),
    ]);
    await takeBack(outcome, order, job, loaded);
    const goesOn = whatGoesOn(order, job.id, outcome);
    const { pictures, errors } = outcome;
    return {
      ...(await finish(pictures, order, place)),
      ...summaryOf(errors),
      recovered,
      ...(goesOn ? { goesOn } : {}),
    };
  }

  const tokenFor = (origin: string): Promise<string | undefined> => tokens.forOrigin(origin);

  /** Whoever cancels wants none of it, also what was still to be picked up: an abandoned job is billed. */
  async function takeBack({ accepted }: Outcome, { settings }: Order, job: JobControl, loaded: Engine): Promise<void> {
    if (!job.signal.aborted || job.signal.reason === windowCloses) return;
    await Promise.all([...accepted.values()].map((handle) => loaded.takeBack(handle, settings.service, { tokenFor })));
    for (const [request, handle] of accepted) {
      history.jobSettled(job.id, handle);
      accepted.delete(request);
    }
  }

  async function finish(
    pictures: readonly Picture<Uri>[],
    order: Order,
    place: LinkPlace | undefined,
  ): Promise<JobResult> {
    const images = await Promise.all(pictures.map((picture) => describeImage(picture, order)));
    const position = place?.position ?? order.settings.position;
    return { images, link: place ? await links.insert(pictures, order, place.anchor, position) : 'none' };
  }

  return {
    async run(order, place, signal, onStart) {
      const { requests, goesOn } = order;
      // Two buttons may stand for one job, and the other one was pressed.
      if (goesOn && !history.jobTaken(goesOn.job)) return { images: [], link: 'none' };
      let begun: BegunImages | undefined;
      let isRecorded = false;
      try {
        const counted = (begun = spend.begin(requests.filter((request) => isNewCost(request, goesOn)).length));
        return await jobs.run(
          titleOf(order),
          requests.length,
          signal,
          (job) => {
            onStart?.(job.id);
            isRecorded = true;
            return recorder.during(job.id, order, () => work(order, place, job, counted));
          },
          goesOn?.job,
        );
      } catch (error) {
        // It did not come to its first step, and would be on no list: neither under way nor interrupted.
        if (goesOn && !isRecorded) history.jobLeft(goesOn.job);
        return { images: [], link: 'none', error, ...(goesOn ? { goesOn } : {}) };
      } finally {
        begun?.end();
      }
    },
    allow: (count) => spend.allow(count),
    async keep(order, place, received, at, group) {
      let isKept = false;
      try {
        const id = crypto.randomUUID();
        const { goesOn: _over, ...whole } = order;
        return await recorder.during(id, { ...whole, requests: [order.requests[0]] }, async () => {
          const loaded = await recorder.load(id);
          const picture = await loaded.keep<Uri>(received, order.settings.embedSettings, {
            save: (image) => (at ? saveAt(at, image) : saveImage(image, order, 1, loaded)),
            remember: (kept) => recorder.remember(kept, order, group ?? id),
          });
          held.settle(received);
          isKept = true;
          return finish([picture], order, place);
        });
      } catch (error) {
        // Also where a bug of ours was in the way: somebody still has to say what is to become of the picture.
        return { images: [], link: 'none', error, ...(isKept ? {} : { received: [received] }) };
      }
    },
    giveUp: (pictures) => pictures.forEach((one) => held.settle(one)),
    leave: (pictures) => pictures.forEach((one) => held.leave(one)),
  };
}
