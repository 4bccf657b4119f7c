/** One job from order to link, without any message of its own: commands and the exported API are thin callers of it. */
import type { Uri } from 'vscode';
import type { GeneratedImage, GenerationFailure, InsertPosition } from '../../api.ts';
import { ImageFailure, isCancelled, isImageFailure, receivedIn, type ReceivedImage } from '../../core/failure.ts';
import type { Picture } from '../../core/generate.ts';
import { windowCloses } from '../../core/jobHandle.ts';
import type { ImageRequest } from '../../core/request.ts';
import { draftProvider } from '../../core/services.ts';
import type { Engine } from '../../engine.ts';
import type { LazyEngine } from '../engine/lazyEngine.ts';
import type { History } from '../history/history.ts';
import { historyJob } from '../history/historyJob.ts';
import { recoverCutSaves } from '../history/recoverCutSaves.ts';
import type { Jobs, JobControl } from '../jobs/jobs.ts';
import type { Markers } from '../jobs/placeMarkers.ts';
import type { Anchor } from '../links/anchor.ts';
import type { LinkResult, LinkWriter } from '../links/linkWriter.ts';
import type { Replace } from '../save/replaceFile.ts';
import { saveAt } from '../save/saveAt.ts';
import { saveImage } from '../save/saveImage.ts';
import type { BegunImages, Spend } from '../spend/spend.ts';
import type { Tokens } from '../token/tokens.ts';
import { checkPlace } from './checkPlace.ts';
import { describeImage } from './describeImage.ts';
import { createHeldPictures } from './heldPictures.ts';
import { makeImages, type ImageNotes, type Outcome } from './makeImages.ts';
import { foreseenFolder, titleOf, type GoesOn, type Order } from './order.ts';

/** Where the link goes. The anchor stays the caller's to dispose of. */
export interface LinkPlace {
  readonly anchor: Anchor;
  /** In place of the setting `depict.link.position`. */
  readonly position?: InsertPosition;
}

export interface JobResult {
  readonly images: readonly GeneratedImage[];
  readonly link: LinkResult;
  /** Pictures of an earlier run that a crash had kept from getting their name. */
  readonly recovered?: readonly Uri[];
  /** What kept the job from making all its images. */
  readonly error?: unknown;
  /** Pictures that arrived and could not be kept: `keep`, `giveUp` or `leave` says what is to become of each. */
  readonly received?: readonly ReceivedImage[];
  /** The job is not over: trying again can go on with it. */
  readonly goesOn?: GoesOn;
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

type JobHistory = Pick<
  History,
  | 'refresh'
  | 'add'
  | 'jobStarted'
  | 'jobSaving'
  | 'jobAccepted'
  | 'jobSettled'
  | 'jobTaken'
  | 'jobLeft'
  | 'jobEnded'
  | 'cutSaves'
  | 'cutSavesRecovered'
>;

export function createJobRunner(
  jobs: Jobs,
  markers: Markers,
  engine: LazyEngine,
  tokens: Pick<Tokens, 'forOrigin'>,
  links: LinkWriter,
  history: JobHistory,
  replace: Replace,
  generator: string,
  spend: Pick<Spend, 'begin' | 'allow' | 'note'>,
): JobRunner {
  const held = createHeldPictures(history);

  async function work(
    order: Order,
    place: LinkPlace | undefined,
    job: JobControl,
    begun: BegunImages,
  ): Promise<JobResult> {
    if (place) markers.mark(job.id, place.anchor);
    const loaded = await load(job.id);
    const folder = foreseenFolder(order);
    await checkPlace(folder, order, loaded);
    const [recovered, outcome] = await Promise.all([
      recoverCutSaves(folder, history, loaded),
      makeImages(order, job, loaded, tokens, generator, notesOf(order, job.id, begun), replace),
    ]);
    await takeBack(outcome, order, job, loaded);
    const goesOn = whatGoesOn(order, job.id, outcome);
    const { pictures, errors } = outcome;
    return {
      ...(await finish(pictures, order, place)),
      ...summary(errors),
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

  function notesOf(order: Order, jobId: string, begun: BegunImages): ImageNotes {
    return {
      remember: (picture) => remember(picture, order, jobId),
      accepted: ({ prompt }, handle) => void history.jobAccepted(jobId, prompt, handle),
      settled: (handle) => history.jobSettled(jobId, handle),
      held: (picture, handle) => held.hold(picture, jobId, handle),
      spent(request) {
        if (isNewCost(request, order.goesOn)) begun.spent();
      },
    };
  }

  /** The history hears where a job will save before it does: should the process die there, the next one looks. */
  async function load(jobId: string): Promise<Engine> {
    const loaded = await engine.load();
    return {
      ...loaded,
      async saveNewFile(wanted, pieces) {
        await history.jobSaving(jobId, wanted.folder);
        return loaded.saveNewFile(wanted, pieces);
      },
    };
  }

  function remember(picture: Picture<Uri>, { home, languageId }: Order, jobId: string): void {
    history.add(picture, { document: home.document, languageId }, jobId);
    spend.note(picture);
  }

  async function inHistory(jobId: string, order: Order, job: () => Promise<JobResult>): Promise<JobResult> {
    let { goesOn } = order;
    if (!goesOn) history.jobStarted(historyJob(jobId, order));
    try {
      const result = await job();
      ({ goesOn } = result);
      return result;
    } finally {
      if (goesOn) history.jobLeft(jobId);
      else if (!held.wait(jobId)) history.jobEnded(jobId);
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
      let begun: BegunImages | undefined;
      try {
        const counted = (begun = spend.begin(requests.filter((request) => isNewCost(request, goesOn)).length));
        // Two buttons may stand for one job, and the other one was pressed.
        if (goesOn && !history.jobTaken(goesOn.job)) return { images: [], link: 'none' };
        return await jobs.run(
          titleOf(order),
          requests.length,
          signal,
          (job) => {
            onStart?.(job.id);
            return inHistory(job.id, order, () => work(order, place, job, counted));
          },
          goesOn?.job,
        );
      } catch (error) {
        return { images: [], link: 'none', error, ...(goesOn ? { goesOn } : {}) };
      } finally {
        begun?.end();
      }
    },
    allow: (count) => spend.allow(count),
    async keep(order, place, received, at, group) {
      try {
        const id = crypto.randomUUID();
        const { goesOn: _over, ...whole } = order;
        return await inHistory(id, { ...whole, requests: [order.requests[0]] }, async () => {
          const loaded = await load(id);
          const picture = await loaded.keep<Uri>(received, order.settings.embedSettings, {
            save: (image) => (at ? saveAt(at, image) : saveImage(image, order, 1, loaded)),
            remember: (kept) => remember(kept, order, group ?? id),
          });
          held.settle(received);
          return finish([picture], order, place);
        });
      } catch (error) {
        return { images: [], link: 'none', ...summary([error]) };
      }
    },
    giveUp: (pictures) => pictures.forEach((one) => held.settle(one)),
    leave: (pictures) => pictures.forEach((one) => held.leave(one)),
  };
}

/** Neither drawn here nor paid for before. */
function isNewCost(request: ImageRequest, goesOn: GoesOn | undefined): boolean {
  return request.provider !== draftProvider && !goesOn?.accepted.has(request);
}

/** A job whose images are all there or cannot be had is over; one that was gone on with stays for another try. */
function whatGoesOn({ goesOn }: Order, job: string, { errors, accepted }: Outcome): GoesOn | undefined {
  const failed = errors.some((error) => !receivedIn(error) && !isCancelled(error));
  const isLeft = accepted.size > 0 || goesOn?.hasMore === true || (goesOn !== undefined && failed);
  return isLeft ? { job, accepted, ...(goesOn?.hasMore ? { hasMore: true } : {}) } : undefined;
}

/** The first error stands for all, but one that holds a picture comes before any other: something can be done with it. */
function summary(errors: readonly unknown[]): Pick<JobResult, 'error' | 'received'> {
  if (errors.length === 0) return {};
  const received = errors.flatMap((error) => receivedIn(error) ?? []);
  return {
    error: errors.find((error) => receivedIn(error)) ?? errors[0],
    ...(received.length > 0 ? { received } : {}),
  };
}

/** The failure as callers of the API get it: with the images that were made all the same, and those that were not saved. */
export function withImages({ error, images, received }: JobResult): unknown {
  if (!isImageFailure(error)) return error;
  const failure: GenerationFailure = {
    ...error.failure,
    ...(images.length > 0 ? { images } : {}),
    ...(received && received.length > 1 ? { receivedImages: received } : {}),
  };
  return new ImageFailure(failure, { cause: error });
}
