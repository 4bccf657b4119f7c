/** Makes the images of one order: as many at a time as the user allows, and none of those that were made is lost. */
import type { Uri } from 'vscode';
import type { Picture } from '../../core/generate.ts';
import type { ImageRequest } from '../../core/request.ts';
import { mayHaveCost } from '../../core/spend/mayHaveCost.ts';
import type { Engine } from '../../engine.ts';
import type { JobControl } from '../jobs/jobs.ts';
import { saveImage } from '../save/saveImage.ts';
import type { Tokens } from '../token/tokens.ts';
import type { Order } from './order.ts';

export interface Outcome {
  /** In the order they were asked for. */
  readonly pictures: readonly Picture<Uri>[];
  /** What went wrong, in the order in which it did. */
  readonly errors: readonly unknown[];
}

/** After one image has failed no further one is begun; those on their way arrive. Never throws. */
export async function makeImages(
  order: Order,
  job: JobControl,
  engine: Engine,
  tokens: Pick<Tokens, 'forOrigin'>,
  generator: string,
  remember: (picture: Picture<Uri>) => void,
  /** An image may have been made, and billed. */
  onSpent: () => void,
): Promise<Outcome> {
  const errors: unknown[] = [];

  function makeOne(request: ImageRequest, index: number): Promise<Picture<Uri>> {
    return engine.generate<Uri>(
      request,
      { embedSettings: order.settings.embedSettings, generator },
      {
        infer: (seeded) =>
          engine.infer(seeded, order.settings.service, {
            tokenFor: (origin) => tokens.forOrigin(origin),
            onStage: (stage) => job.setStage(stage),
            signal: job.signal,
          }),
        inflate: engine.inflate,
        save: (image) => saveImage(image, order, index + 1, engine),
        remember,
        onStage: (stage) => job.setStage(stage),
        now: () => new Date(),
        randomSeed,
      },
    );
  }

  /** In its place in the line; what fails is noted before the next one's turn comes. */
  async function makeInTurn(request: ImageRequest, index: number): Promise<Picture<Uri> | undefined> {
    if (errors.length > 0) return undefined;
    job.setStage({ type: 'asking' });
    try {
      const picture = await makeOne(request, index);
      onSpent();
      job.imageDone();
      return picture;
    } catch (error) {
      if (mayHaveCost(error)) onSpent();
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
  return { pictures, errors };
}

function randomSeed(): string {
  return String(crypto.getRandomValues(new Uint32Array(1))[0] ?? 0);
}
