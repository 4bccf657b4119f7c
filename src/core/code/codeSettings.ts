/** What is to be written down as a program. */
import type { EndpointApi, ImageRequest } from '../request.ts';

/** `provider` may be any text: a file names the host of a server where one made the picture. */
export type CodeSettings = ImageRequest;

/** A server of the user's own, as its settings have it. */
export interface CodeTarget {
  /** May contain `{model}`. */
  readonly url: string;
  readonly api: EndpointApi;
}
