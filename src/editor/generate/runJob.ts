/** One job from order to link, without any message of its own: commands and the exported API are thin callers of it. */
import { Uri } from 'vscode';
import type { GeneratedImage, InsertPosition } from '../../api.ts';
import { ImageFailure, isImageFailure, type Failure, type ReceivedImage } from '../../core/failure.ts';
import type { Picture } from '../../core/generate.ts';
import type { LazyEngine } from '../engine/lazyEngine.ts';
import type { Jobs, JobControl } from '../jobs/jobs.ts';
import type { Markers } from '../jobs/placeMarkers.ts';
import type { Anchor } from '../links/anchor.ts';
import type { LinkResult, LinkWriter } from '../links/linkWriter.ts';
import type { Recent } from '../recent/recent.ts';
import { saveAt } from '../save/saveAt.ts';
import { saveImage } from '../save/saveImage.ts';
import type { Tokens } from '../token/tokens.ts';
import { describeImage } from './describeImage.ts';
import { makeImages } from './makeImages.ts';
import { foreseenFolder, type Order } from './order.ts';

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
}

export interface JobRunner {
  /** Never throws: what was made and what went wrong come back together. `onStart` hears the job's id. */
  run(
    order: Order,
    place: LinkPlace | undefined,
    signal: AbortSignal | undefined,
    onStart?: (jobId: string) => void,
  ): Promise<JobResult>;
  /** Saves and links a picture that had arrived although its job failed; `at` is a file that the user chose for it. */
  keep(order: Order, place: LinkPlace | undefined, received: ReceivedImage, at?: Uri): Promise<JobResult>;
}

export function createJobRunner(
  jobs: Jobs,
  markers: Markers,
  engine: LazyEngine,
  tokens: Pick<Tokens, 'forOrigin'>,
  links: LinkWriter,
  recent: Recent,
  generator: string,
): JobRunner {
  async function work(order: Order, place: LinkPlace | undefined, job: JobControl): Promise<JobResult> {
    if (place) markers.mark(job.id, place.anchor);
    const loaded = await engine.load();
    const folder = foreseenFolder(order);
    if (folder.scheme === 'file') {
      await loaded.checkFolder(
        folder.fsPath,
        order.home.roots.map(({ fsPath }) => fsPath),
      );
    }
    const recovered = folder.scheme === 'file' ? await loaded.recoverSaves(folder.fsPath) : [];
    const remember = (picture: Picture<Uri>): void => recent.add(picture, order);
    const { pictures, ...failed } = await makeImages(order, job, loaded, tokens, generator, remember);
    return { ...(await finish(pictures, order, place)), ...failed, recovered: recovered.map((file) => Uri.file(file)) };
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
      try {
        return await jobs.run(order.request.prompt, order.count, signal, (job) => {
          onStart?.(job.id);
          return work(order, place, job);
        });
      } catch (error) {
        return { images: [], link: 'none', error };
      }
    },
    async keep(order, place, received, at) {
      try {
        const loaded = await engine.load();
        const picture = await loaded.keep<Uri>(received, order.settings.embedSettings, {
          save: (image) => (at ? saveAt(at, image) : saveImage(image, order, 1, loaded)),
          remember: (kept) => recent.add(kept, order),
        });
        return await finish([picture], order, place);
      } catch (error) {
        return { images: [], link: 'none', error };
      }
    },
  };
}

/** The failure as callers of the API get it: with the images that were made all the same. */
export function withImages(error: unknown, images: readonly GeneratedImage[]): unknown {
  if (!isImageFailure(error) || images.length === 0) return error;
  const failure: Failure & { readonly images: readonly GeneratedImage[] } = { ...error.failure, images };
  return new ImageFailure(failure, { cause: error });
}
