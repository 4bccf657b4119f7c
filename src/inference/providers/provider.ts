/** A service's way of speaking. Both halves are pure: addresses, tokens, asking and waiting are the same for all. */
import type { ParameterName } from '../../core/parameters.ts';
import type { ImageRequest } from '../../core/request.ts';
import type { Json } from '../reply/exactJson.ts';
import type { Reading } from '../reply/findImage.ts';
import type { HttpReply } from '../transport.ts';

export interface Order {
  readonly request: ImageRequest;
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
  read(reply: HttpReply): Reading;
  /** The service can hold a call until the model is loaded (`x-wait-for-model`). */
  readonly canHold: boolean;
}

/** A provider behind the router. */
export interface RoutedProvider extends Provider {
  /** The path below the router's address. The model's name was checked: nothing in it has to be encoded. */
  route(model: string): string;
}

/**
 * Both to the letter: huggingface-inference-toolkit knows no `application/json; charset=utf-8`, answers
 * `image/png, *\/*` with 400, and without an Accept sends base64 in JSON.
 */
export const jsonForImage = { 'content-type': 'application/json', accept: 'image/png' } as const;
