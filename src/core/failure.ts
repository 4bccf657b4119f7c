/**
 * Every way in which a picture can fail to come, told apart by what the user can do about it.
 * Words and buttons for each kind stand in one table in `editor/failures`.
 */
import type { ImageFormat } from './image.ts';
import type { GenerationRecord } from './metadata/record.ts';
import type { ParameterName } from './parameters.ts';
import type { Cost } from './spend/cost.ts';

/** What a service told us about a failure. Never holds a header, a token or a URL with credentials. */
export interface Evidence {
  /** Who answered, for people: a host (`router.huggingface.co`) or a provider with its host. */
  readonly service: string;
  /** HTTP status, where there was an answer. */
  readonly status?: number;
  /** The service's own words: plain text, at most 500 characters, control characters removed. */
  readonly detail?: string;
  /** `x-request-id` of the answer, to quote to the service's support. */
  readonly requestId?: string;
}

/** What is wrong with a request before anything was sent, or what the service said is wrong (`rejected`). */
export type RequestProblem =
  | { readonly type: 'emptyPrompt' }
  | { readonly type: 'promptTooLong'; readonly length: number; readonly limit: number }
  /** Alternatives in the sidebar's prompt that stand for more prompts than may be sent at once. */
  | { readonly type: 'tooManyPrompts'; readonly count: number; readonly limit: number }
  | { readonly type: 'tooManyTexts'; readonly name: string; readonly count: number; readonly limit: number }
  | {
      readonly type: 'wrongType';
      readonly name: string;
      readonly expected: 'text' | 'number' | 'integer' | 'boolean' | 'list' | 'choice' | 'uri' | 'signal';
      readonly choices?: readonly string[];
    }
  | { readonly type: 'textTooLong'; readonly name: string; readonly length: number; readonly limit: number }
  | { readonly type: 'outOfRange'; readonly name: string; readonly min: string; readonly max: string }
  | { readonly type: 'badModelId'; readonly model: string }
  | { readonly type: 'unknownProvider'; readonly provider: string; readonly known: readonly string[] }
  | { readonly type: 'badUrl'; readonly name: string; readonly url: string }
  | { readonly type: 'unknownVariable'; readonly name: string; readonly variable: string }
  | { readonly type: 'outsideWorkspace'; readonly path: string }
  | { readonly type: 'badPath'; readonly path: string }
  | { readonly type: 'nothingSelected' }
  /** So many more would be past `depict.maxImagesPerSession`: the user has to say yes first. */
  | { readonly type: 'sessionLimit'; readonly asked: number; readonly count: number; readonly limit: number }
  /** Without a question nothing is generated for documents of a workspace that nobody trusts. */
  | { readonly type: 'restrictedMode' }
  /** An image says nothing about how it was made, and the history does not know it either. */
  | { readonly type: 'noSettings'; readonly path: string }
  | { readonly type: 'unreadableImage'; readonly path: string }
  | ({ readonly type: 'rejected' } & Evidence);

/** Why an answer is not a picture that can be used. */
export type ReplyProblem =
  | 'empty'
  | 'html'
  | 'json'
  | 'truncated'
  | 'notAnImage'
  | 'unsupportedFormat'
  | 'tooLarge'
  | 'redirect'
  | 'undecodable'
  | 'unexpectedStatus'
  /** The picture is at an address from where nothing is fetched: another protocol, or a machine inside a network. */
  | 'linkRefused'
  /** The picture is no longer, or not yet, at the address that the service gave. */
  | 'linkGone'
  /** The service does not know the job any more that it had accepted. */
  | 'jobLost'
  /** AUTOMATIC1111 and its like, started without `--api`. */
  | 'noApi';

/** Why a connection could not be made or did not last. */
export type ConnectionProblem =
  'nameNotFound' | 'refused' | 'unreachable' | 'reset' | 'proxy' | 'certificate' | 'other';

/** Why a file could not be written. */
export type SaveProblem = 'noSpace' | 'noPermission' | 'folderIsFile' | 'readOnlyFileSystem' | 'nameTooLong' | 'other';

/** A picture that was received (and perhaps paid for) and must not be lost with the failure: all that saving it needs. */
export interface ReceivedImage {
  readonly bytes: Uint8Array;
  readonly format: ImageFormat;
  readonly record: GenerationRecord;
  readonly ignored: readonly ParameterName[];
  readonly cost?: Cost;
}

/** What could be used instead of a model that is not to be had. */
export interface Relatives {
  /** Ids of models of the same owner or name that are served now, the nearest first; at most three. */
  readonly relatives?: readonly string[];
}

export type Failure =
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'invalidRequest'; readonly problem: RequestProblem; readonly received?: ReceivedImage }
  | { readonly kind: 'noToken'; readonly origin: string }
  | ({ readonly kind: 'badToken'; readonly origin: string } & Evidence)
  | ({ readonly kind: 'forbidden'; readonly origin: string; readonly gatedModel?: string } & Evidence)
  | ({ readonly kind: 'noCredit'; readonly origin: string } & Evidence)
  | ({ readonly kind: 'rateLimited'; readonly retryAfterSeconds?: number } & Evidence)
  | ({ readonly kind: 'modelMissing'; readonly model: string } & Evidence & Relatives)
  | ({
      readonly kind: 'modelNotServed';
      readonly model: string;
      readonly provider?: string;
      readonly servedBy: readonly string[];
    } & Evidence &
      Relatives)
  | ({ readonly kind: 'modelLoading'; readonly model: string; readonly estimateSeconds?: number } & Evidence)
  | ({ readonly kind: 'refused'; readonly reason: 'filter' | 'black'; readonly received?: ReceivedImage } & Evidence)
  | ({ readonly kind: 'providerDown' } & Evidence)
  | ({ readonly kind: 'offline'; readonly problem: ConnectionProblem; readonly code?: string } & Evidence)
  | ({ readonly kind: 'timedOut'; readonly seconds: number } & Evidence)
  | ({ readonly kind: 'badReply'; readonly problem: ReplyProblem; readonly limitBytes?: number } & Evidence)
  | {
      readonly kind: 'notSaved';
      readonly problem: SaveProblem;
      readonly path: string;
      readonly detail?: string;
      readonly received?: ReceivedImage;
    };

export type FailureKind = Failure['kind'];
export type FailureOf<K extends FailureKind> = Extract<Failure, { kind: K }>;

/** An error that nobody foresaw: a bug of ours. */
export interface UnexpectedFailure {
  readonly kind: 'unexpected';
  /** The error's own words, never empty. */
  readonly message: string;
}

/** The one error that Depict throws on purpose. Anything else that surfaces is a bug of ours. */
export class ImageFailure extends Error {
  override readonly name = 'ImageFailure';
  readonly failure: Failure;

  constructor(failure: Failure, options?: { cause?: unknown }) {
    super(logLine(failure), options);
    this.failure = failure;
  }
}

/** Told by shape: two bundles hold two copies of the class, so `instanceof` would lie. */
export function isImageFailure(error: unknown): error is ImageFailure {
  return (
    error instanceof Error &&
    error.name === 'ImageFailure' &&
    typeof (error as Partial<ImageFailure>).failure?.kind === 'string'
  );
}

export function isCancelled(error: unknown): boolean {
  return isImageFailure(error) && error.failure.kind === 'cancelled';
}

/** The picture that a failure holds: it has arrived and could not be kept. */
export function receivedIn(error: unknown): ReceivedImage | undefined {
  return isImageFailure(error) && 'received' in error.failure ? error.failure.received : undefined;
}

/** What a program that gets failures as data is told, whatever was thrown. */
export function failureOf(error: unknown): Failure | UnexpectedFailure {
  if (isImageFailure(error)) return error.failure;
  const message = error instanceof Error ? error.message : String(error);
  return { kind: 'unexpected', message: message || 'Error' };
}

/** One line for logs and for callers that print errors; the words for people are in `editor/failures`. */
function logLine(failure: Failure): string {
  const parts: string[] = [failure.kind];
  if ('problem' in failure) parts.push(typeof failure.problem === 'string' ? failure.problem : failure.problem.type);
  const evidence = 'problem' in failure && typeof failure.problem === 'object' ? failure.problem : failure;
  if ('service' in evidence) {
    const { service, status } = evidence;
    parts.push(status === undefined ? service : `${service} ${status}`);
  }
  if ('detail' in evidence && evidence.detail) parts.push(evidence.detail);
  return parts.join(': ');
}
