/** Makes the images of one order: as many at a time as the user allows, and none of those that were made is lost. */
import type { Uri } from 'vscode';
import { receivedIn, type ReceivedImage } from '../../core/failure.ts';
import { fateOf } from '../../core/fateOf.ts';
import type { Picture } from '../../core/generate.ts';
import type { JobHandle } from '../../core/jobHandle.ts';
import { randomSeed } from '../../core/randomSeed.ts';
import type { ImageRequest, InferredImage, Stage } from '../../core/request.ts';
import { mayHaveCost } from '../../core/spend/mayHaveCost.ts';
import type { Engine } from '../../engine.ts';
import type { JobControl } from '../jobs/jobs.ts';
import type { Replace } from '../save/replaceFile.ts';
import { saveImage } from '../save/saveImage.ts';
import type { Tokens } from '../token/tokens.ts';
import type { Order } from './order.ts';

/** What the history hears of a job's images while they are made. */
export interface ImageNotes {
  readonly remember: (picture: Picture<Uri>) => void;
  readonly accepted: (request: ImageRequest, handle: JobHandle) => void;
  /** Its picture is saved, or there will be none. */
  readonly settled: (handle: JobHandle) => void;
  /** Its picture has come and is not saved: somebody has to say what is to become of it. */
  readonly held: (picture: ReceivedImage, handle: JobHandle) => void;
  /** An image may have been made, and billed. */
  readonly spent: (request: ImageRequest) => void;
}

export interface Outcome {
  /** In the order they were asked for. */
  readonly pictures: readonly Picture<Uri>[];
  /** What went wrong, in the order in which it did. */
  readonly errors: readonly unknown[];
  /** What providers have accepted and may still make. */
  readonly accepted: Map<ImageRequest, JobHandle>;
}

/** After one image has failed no further one is begun; those on their way arrive. Never throws. */
export async function makeImages(
  order: Order,
  job: JobControl,
  engine: Engine,
  tokens: Pick<Tokens, 'forOrigin'>,
  generator: string,
  notes: ImageNotes,
  replace: Replace,
): Promise<Outcome> {
  const errors: unknown[] = [];
  /** What services have taken: it may be billed, whatever comes of it. */
  const taken = new Set<ImageRequest>();
  const accepted = new Map(order.goesOn?.accepted);
  const onStage = (stage: Stage): void => job.setStage(stage);

  /** A picture is settled when it is saved: should the window go before that, it is fetched once more. */
  async function makeOne(request: ImageRequest, index: number): Promise<Picture<Uri>> {
    /** What the provider has nothing more to do for. */
    let over: JobHandle | undefined;
    let hasArrived = false;
    const infer = async (seeded: ImageRequest): Promise<InferredImage> => {
      const image = await ask(request, seeded, (handle) => {
        over = handle;
      });
      hasArrived = true;
      return image;
    };
    try {
      const picture = await engine.generate<Uri>(
        request,
        { embedSettings: order.settings.embedSettings, generator },
        {
          infer,
          inflate: engine.inflate,
          async save(image) {
            const saved = await saveImage(image, order, index + 1, engine);
            return order.place ? replace(saved, image.format, order.place) : saved;
          },
          remember: notes.remember,
          onStage,
          now: () => new Date(),
          randomSeed: () => randomSeed(crypto.getRandomValues(new Uint32Array(1))[0] ?? 0),
        },
      );
      if (over) settle(request, over);
      return picture;
    } catch (error) {
      if (over) settleFailed(request, over, error, hasArrived);
      throw error;
    }
  }

  /** Picks up what was accepted in an earlier run; `onSettled` is called before the promise settles. */
  function ask(
    request: ImageRequest,
    seeded: ImageRequest,
    onSettled: (handle: JobHandle) => void,
  ): Promise<InferredImage> {
    const ports = { tokenFor: (origin: string) => tokens.forOrigin(origin), onStage, onSettled, signal: job.signal };
    const handle = accepted.get(request);
    if (handle) return engine.resume(handle, request, order.settings.service, ports);
    const onTaken = (): void => void taken.add(request);
    const onAccepted = (given: JobHandle): void => {
      accepted.set(request, given);
      notes.accepted(request, given);
    };
    return engine.infer(seeded, order.settings.service, { ...ports, onTaken, onAccepted });
  }

  function settle(request: ImageRequest, handle: JobHandle): void {
    accepted.delete(request);
    notes.settled(handle);
  }

  function settleFailed(request: ImageRequest, handle: JobHandle, error: unknown, hasArrived: boolean): void {
    const fate = fateOf(error, hasArrived);
    if (fate === 'settled') settle(request, handle);
    if (fate !== 'held') return;
    accepted.delete(request);
    const picture = receivedIn(error);
    if (picture) notes.held(picture, handle);
  }

  /** In its place in the line; what fails is noted before the next one's turn comes. */
  async function makeInTurn(request: ImageRequest, index: number): Promise<Picture<Uri> | undefined> {
    if (errors.length > 0) return undefined;
    job.setStage({ type: 'asking' });
    try {
      const picture = await makeOne(request, index);
      notes.spent(request);
      job.imageDone();
      return picture;
    } catch (error) {
      if (mayHaveCost(error, taken.has(request))) notes.spent(request);
      errors.push(error);
      return undefined;
    }
  }

  /** Only leaving the line can still fail here. */
  const leftTheLine = (error: unknown): undefined => {
    errors.push(error);
  };

  const made = await Promise.all(
    order.requests.map((request, index) => job.inTurn(() => makeInTurn(request, index)).catch(leftTheLine)),
  );
  const pictures = made.filter((picture) => picture !== undefined);
  return { pictures, errors, accepted };
}
