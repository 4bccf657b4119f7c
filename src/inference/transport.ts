/** The way to the network, as `src/inference` sees it. Another one (a browser's fetch) can stand in and nothing else changes. */

export interface HttpCall {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** http or https, without user name and password. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /**
   * The address comes from the answer of the service at this origin. It is asked only if it is a public one, or if the
   * service itself is there; what is checked is what is connected to. Through a proxy only the name can be checked.
   */
  readonly linkedFrom?: string;
}

export interface HttpReply {
  /** Any status, redirects included: none is followed. */
  readonly status: number;
  readonly statusText: string;
  /** Names in lower case; values of a repeated header are joined by ", ". */
  readonly headers: Readonly<Record<string, string>>;
  /** Whole, and decompressed. Empty where an answer that is no success broke off: its status says enough. */
  readonly body: Uint8Array;
}

export interface Clock {
  /** Milliseconds since 1970, never going backward. */
  now(): number;
  /** Resolves after so many milliseconds. @throws the signal's reason */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
}

export interface Transport extends Clock {
  /**
   * Sends one request and reads the whole reply, of at most 64 MB counted after decompression. A request that may have
   * reached the service is never sent again.
   * @throws {ImageFailure} `offline`, or `badReply` (`truncated`, `tooLarge`, `undecodable`, `linkRefused`)
   * @throws the signal's reason, after the connection was given up
   */
  send(call: HttpCall, signal: AbortSignal): Promise<HttpReply>;
  /** Base64 or base64url, with or without padding and line breaks; undefined for any other text. */
  decodeBase64(text: string): Uint8Array | undefined;
}

/** How a request to an address would travel. */
export type Way =
  | { readonly type: 'direct' }
  /** Host and port. */
  | { readonly type: 'proxy'; readonly host: string }
  /** Through a proxy of a kind that is not spoken here. */
  | { readonly type: 'strange' };
