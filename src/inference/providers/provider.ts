/** A service's way of speaking. All of it is pure: addresses, tokens, asking and waiting are the same for all. */
import type { ParameterName } from '../../core/parameters.ts';
import type { ImageRequest, Stage } from '../../core/request.ts';
import type { Json } from '../reply/exactJson.ts';
import type { JobCall, Reading } from '../reply/reading.ts';
import type { HttpReply } from '../transport.ts';

/** The model, by all its names. Checked: nothing in them has to be encoded in a path, or can leave its place there. */
export interface Target {
  /** On the Hub, or as a server of the user's own has it. */
  readonly model: string;
  /** The provider's own name for it. `owner/name:version` at some. */
  readonly id: string;
  /** The model is an addition to the one that `id` names: the path of its weights in its repository on the Hub. */
  readonly loraWeights?: string;
}

export interface Order {
  readonly request: ImageRequest;
  readonly target: Target;
  readonly useCache: boolean;
  /** Ask the service to hold the call until the model is loaded. */
  readonly hold: boolean;
}

/** A POST without what all services share: the address, the token, who pays. */
export interface ProviderCall {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Json;
  /** Parameters that are set but have no place in this call. */
  readonly ignored: readonly ParameterName[];
}

export interface Provider {
  request(order: Order): ProviderCall;
  /** What an answer with a status of 200 to 299 holds. */
  read(reply: HttpReply, target: Target): Reading;
  /** The service can hold a call until the model is loaded (`x-wait-for-model`). */
  readonly canHold: boolean;
}

/** A provider behind the router. */
export interface RoutedProvider extends Provider {
  /** Where all its paths begin, below the router's address: `/fal-ai`. */
  readonly prefix: string;
  /** What is posted to, below the prefix. */
  route(target: Target): string;
  readonly takesLora: boolean;
  /** Of those that accept a job and make the picture afterwards. */
  readonly jobs?: Jobs;
}

export interface Jobs {
  /** Whether a path below the prefix is that of a job: it may come from an answer or a file. */
  isJob(path: string): boolean;
  /** Asks how the job is doing. */
  poll(job: string): JobCall;
  /** What an answer about a job holds, with a status of 200 to 299. */
  read(reply: HttpReply, job: string): Reading;
  /** Missing where the provider knows no way to take a job back. */
  cancel?(job: string): JobCall;
  /** Whether a status of 500 to 599 for the result is how the job has ended: the next answer would be the same. */
  isOwnFailure?(reply: HttpReply): boolean;
  /** Milliseconds before each look at the job; the last one repeats. */
  readonly pauses: readonly number[];
  /** The job's name comes at once: whoever cancels meanwhile waits for it a moment, to take the job back. */
  readonly acceptsAtOnce: boolean;
}

/** A server of the user's own. */
export interface EndpointDialect extends Provider {
  /** What is posted to, below the address in the settings. Missing: the settings have the complete address. */
  readonly path?: string;
  /** Of those that can be watched while they work. */
  readonly watch?: Watch;
}

export interface Watch {
  /** For a GET that tells the progress. */
  readonly progress: string;
  /** For a POST that ends the work at the current picture. */
  readonly interrupt: string;
  /** `mine` is false where the server is busy with somebody else's picture. Undefined: the answer tells nothing. */
  read(reply: HttpReply, order: Order): { readonly mine: boolean; readonly stage: Stage } | undefined;
}

/**
 * Both to the letter: huggingface-inference-toolkit knows no `application/json; charset=utf-8`, answers
 * `image/png, *\/*` with 400, and without an Accept sends base64 in JSON.
 */
export function jsonForImage({ format }: ImageRequest): Readonly<Record<'content-type' | 'accept', string>> {
  // What the toolkit knows; the other types nobody makes.
  const type = format === 'jpeg' || format === 'webp' ? format : 'png';
  return { 'content-type': 'application/json', accept: `image/${type}` };
}

export const jsonForJson = { 'content-type': 'application/json', accept: 'application/json' } as const;
