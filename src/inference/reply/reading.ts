/** What an answer with a status of 200 to 299 holds, as the service's own file reads it. */
import type { ReplyProblem } from '../../core/failure.ts';
import type { ParameterName } from '../../core/parameters.ts';
import type { Stage } from '../../core/request.ts';

/** What is told beside a picture. */
export interface Told {
  /** The seed that the service names. Exact decimal text. */
  readonly seed?: string;
  /** The service's content filter objects to the picture. */
  readonly flagged?: true;
  /** What the service calls the model that it used. */
  readonly model?: string;
  /** Parameters that this server does not look at, by the signs of its answer, whether they were sent or not. */
  readonly unused?: readonly ParameterName[];
  /** Seconds of work that the service counts. */
  readonly computeSeconds?: number;
  /** What the service bills by, in units of its own. */
  readonly billableUnits?: number;
}

export interface ImageReading extends Told {
  readonly type: 'image';
  /** The bytes themselves, or the same in base64. */
  readonly data: Uint8Array | string;
}

export interface LinkReading extends Told {
  readonly type: 'link';
  /** As the service wrote it, not checked: absolute, or relative to the address that was asked. */
  readonly url: string;
  /** The job behind it, as in `PendingReading`, where there is one. */
  readonly job?: string;
}

/** Accepted, and not ready. */
export interface PendingReading {
  readonly type: 'pending';
  /** The path of the job below the provider's own place: checked. */
  readonly job: string;
  readonly stage: Stage;
  /** The picture is ready to be asked for by this call, at once. */
  readonly next?: JobCall;
  /** The job is said to have failed; the next answer should tell why. */
  readonly failed?: true;
  /** A status of which nobody knows what it means. */
  readonly unknown?: true;
}

/** The service has given up. Its words are looked for in the answer. */
export interface FailedReading {
  readonly type: 'failed';
  /** The service's own words, where they are not in the usual places. */
  readonly words?: string;
  /** Its content filter is the reason. */
  readonly filter?: true;
  /** The status, 400 to 599, that the body of an answer names whose own status is another. */
  readonly status?: number;
}

export interface NoImageReading {
  readonly type: 'noImage';
  readonly problem: ReplyProblem;
}

export type Reading = ImageReading | LinkReading | PendingReading | FailedReading | NoImageReading;

/** A call about a job, below the provider's own place. */
export interface JobCall {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
}
