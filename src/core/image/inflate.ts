/** The way to inflate, which is handed in: doing it in plain JavaScript would cost more than all the rest. */

/**
 * Inflates a zlib stream that comes in pieces and hands out its bytes as they come, until `onBytes` returns false or
 * the stream ends, also where it ends too early. A chunk is only valid during the call. Rejects when it is no zlib
 * stream.
 */
export type Inflate = (compressed: readonly Uint8Array[], onBytes: (chunk: Uint8Array) => boolean) => Promise<void>;
