/** What has come of a job: the images that were made, and what kept it from making the others. */
import type { Uri } from 'vscode';
import type { GeneratedImage, GenerationFailure } from '../../api.ts';
import { ImageFailure, isCancelled, isImageFailure, receivedIn, type ReceivedImage } from '../../core/failure.ts';
import type { LinkResult } from '../links/linkWriter.ts';
import type { Outcome } from './makeImages.ts';
import type { GoesOn, Order } from './order.ts';

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

/** A job whose images are all there or cannot be had is over; one that was gone on with stays for another try. */
export function whatGoesOn({ goesOn }: Order, job: string, { errors, accepted }: Outcome): GoesOn | undefined {
  const failed = errors.some((error) => !receivedIn(error) && !isCancelled(error));
  const isLeft = accepted.size > 0 || goesOn?.hasMore === true || (goesOn !== undefined && failed);
  return isLeft ? { job, accepted, ...(goesOn?.hasMore ? { hasMore: true } : {}) } : undefined;
}

/** The first error stands for all, but one that holds a picture comes before any other: something can be done with it. */
export function summaryOf(errors: readonly unknown[]): Pick<JobResult, 'error' | 'received'> {
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
