/** A request for one picture, checked and complete: what the story in `generate.ts` works on. */
import type { FailureKind } from './failure.ts';
import type { ImageFormat } from './image.ts';
import type { ParameterName, ParameterValues } from './parameters.ts';
import type { Cost } from './spend/cost.ts';

/** What is asked for. */
export interface ImageRequest {
  readonly prompt: string;
  /** `owner/name` on the Hub. */
  readonly model: string;
  /** A provider's id, or `auto`. */
  readonly provider: string;
  readonly parameters: ParameterValues;
  /** The type of file that is wished for. Few services care: only the bytes tell. */
  readonly format?: ImageFormat;
}

/** How and where it is asked for: read from the settings once per job, then frozen. */
export interface ServiceSettings {
  /** Origin of the Hub, for look-ups. No trailing slash. */
  readonly hubUrl: string;
  /** Origin of the router, for generation. No trailing slash. */
  readonly routerUrl: string;
  /** A server of the user's own: every request goes there and `provider` is ignored. */
  readonly endpoint?: { readonly url: string; readonly api: EndpointApi };
  /** Organisation that pays, sent as `X-HF-Bill-To` to the router only. */
  readonly billTo?: string;
  readonly useCache: boolean;
  readonly waitForModel: boolean;
  /** For one picture: waiting for the model, polling and download included, our own queue not. */
  readonly timeoutSeconds: number;
}

/** Dialects that a server of the user's own may speak. */
export const endpointApis = ['hf', 'hf-legacy', 'openai', 'automatic1111'] as const;
export type EndpointApi = (typeof endpointApis)[number];

/** What came back from a service: bytes out of their wrapping, but not looked at yet. */
export interface InferredImage {
  readonly bytes: Uint8Array;
  /** Who answered, for people: the host, as in `Evidence`. */
  readonly service: string;
  readonly requestId?: string;
  /** Who made it: a provider's id, or the host of an endpoint. */
  readonly provider: string;
  /** What the service calls the model that it used, where that may be another one than was asked for. */
  readonly model?: string;
  /** The seed that made it: the service's own word where it gives one, else the one that was sent. Exact text. */
  readonly seed?: string;
  /** Parameters that were set but that this service does not take. They were left out. */
  readonly ignored: readonly ParameterName[];
  /** Of `auto`: who was asked before and could not, in order. */
  readonly fellOver?: readonly FallOver[];
  /** The service itself marks the picture as one that its content filter objects to. It was paid for all the same. */
  readonly flagged?: true;
  /** What it took, where the service tells. */
  readonly cost?: Cost;
}

/** A provider that `auto` has passed over. */
export interface FallOver {
  readonly provider: string;
  readonly kind: FailureKind;
}

/** Where one picture's way has got to, for people who wait. */
export type Stage =
  | { readonly type: 'queued'; readonly ahead: number }
  | { readonly type: 'asking' }
  | { readonly type: 'waitingInLine'; readonly position?: number }
  | { readonly type: 'loadingModel'; readonly estimateSeconds?: number }
  | { readonly type: 'rateLimited'; readonly retryInSeconds: number }
  | { readonly type: 'generating'; readonly fraction?: number }
  | { readonly type: 'saving' };
