/** Makes the images of one order: as many at a time as the user allows, and none of those that were made is lost. */
import type { Uri } from 'vscode';
import type { Picture } from '../../core/generate.ts';
import type { ImageRequest } from '../../core/request.ts';
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
): Promise<Outcome> {
  const errors: unknown[] = [];

  function makeOne(index: number): Promise<Picture<Uri>> {
    return engine.generate<Uri>(
      nthRequest(order.request, index),
      { embedSettings: order.settings.embedSettings, generator },
      {
        infer: (request) =>
          engine.infer(request, order.settings.service, {
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
  async function makeInTurn(index: number): Promise<Picture<Uri> | undefined> {
    if (errors.length > 0) return undefined;
    job.setStage({ type: 'asking' });
    try {
      const picture = await makeOne(index);
      job.imageDone();
      return picture;
    } catch (error) {
      errors.push(error);
      return undefined;
    }
  }

  /** Only leaving the line can still fail here. */
  const leftTheLine = (error: unknown): undefined => {
    errors.push(error);
  };

  const made = await Promise.all(
    Array.from({ length: order.count }, (_, index) => job.inTurn(() => makeInTurn(index)).catch(leftTheLine)),
  );
  const pictures = made.filter((picture) => picture !== undefined);
  return { pictures, errors };
}

/** Several images of one seed would all be the same: they count up from it, as elsewhere in this field. */
function nthRequest(request: ImageRequest, index: number): ImageRequest {
  const { seed } = request.parameters;
  if (seed === undefined) return request;
  const nth = BigInt.asUintN(64, BigInt(seed) + BigInt(index));
  return { ...request, parameters: { ...request.parameters, seed: nth.toString() } };
}

function randomSeed(): string {
  return String(crypto.getRandomValues(new Uint32Array(1))[0] ?? 0);
}
