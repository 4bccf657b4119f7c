/** What can be made to go wrong with an answer. A fault script is JSON of exactly these types. */

/** How much of a body: below 1 that share of it, otherwise bytes. */
export type Amount = number;

/**
 * Every part is optional; those that are there are put on the answer in the order of this list. The parts that bring a
 * body of their own (`json` to `redirect`) and a reset before the headers keep the real answer from being made at all.
 */
export interface Fault {
  readonly json?: unknown;
  readonly html?: string;
  readonly text?: string;
  /** Bytes in base64, sent as application/octet-stream. */
  readonly base64?: string;
  /** A picture of one colour, solid black: what a content filter leaves. */
  readonly black?: 'png' | 'jpeg';
  /** 307 to this address, or to `otherOrigin`: this server under another name. */
  readonly redirect?: string;
  readonly status?: number;
  /** The body becomes a JSON string that holds it in base64. */
  readonly asBase64Json?: true;
  readonly encoding?: 'gzip' | 'br' | 'deflate';
  /** Gzip that grows to this many bytes. */
  readonly bombBytes?: number;
  /** A lie about the type; the body stays. */
  readonly contentType?: string;
  /** `null` takes a header away. */
  readonly headers?: Readonly<Record<string, string | null>>;
  /** Zero bytes after the body. */
  readonly paddingBytes?: number;
  /** Before the headers. */
  readonly delaySeconds?: number;
  readonly bytesPerSecond?: number;
  /**
   * The body ends early. Content-Length tells the full length (the connection is closed before), only what is sent
   * (nothing but the picture itself tells that it is cut), or is not there (chunks that never end in order).
   */
  readonly cut?: { readonly after: Amount; readonly length: 'full' | 'cut' | 'none' };
  /** Content-Length is wrong by so much. */
  readonly lengthOff?: number;
  /** The connection stays open, but nothing more comes. */
  readonly stallAfter?: Amount;
  /** The connection is reset after that much of the body; -1: before the headers. */
  readonly resetAfter?: Amount;
}

/** A fault by name (see namedFaults.ts), written out, or several on top of each other. */
export type FaultChoice = string | Fault | readonly (string | Fault)[];

export interface FaultRule {
  /** `POST /models/*`, `/api/*`, `GET *`…: `*` is any text. Left out: every request. The query does not count. */
  readonly on?: string;
  /** Which of the requests that match, counted from 1. Left out: every one. */
  readonly nth?: number | readonly number[];
  readonly fault: FaultChoice;
}
