/** The chunks of a WebP file, which is a RIFF container. */
import { littleEndian } from '../bytes/byteOrder.ts';
import { decodeLatin1 } from '../bytes/latin1.ts';

export interface RiffChunk {
  /** Four characters, such as `VP8 `. */
  readonly type: string;
  /** Where the chunk begins, with its name. */
  readonly at: number;
  /** Where its data begin. */
  readonly start: number;
  /** Behind the last byte of its data. */
  readonly dataEnd: number;
  /** Behind the padding that makes its length even. */
  readonly end: number;
}

/** Where the container ends by its own account, which may be behind the last byte that is there. */
export function riffEnd(bytes: Uint8Array): number {
  return 8 + littleEndian.uint32(bytes, 4);
}

/**
 * Every chunk that is whole. The walk stops early where one is cut. Some writers leave out the padding of the last
 * chunk, so that `end` may be one more than the container's end.
 */
export function* riffChunks(bytes: Uint8Array): Generator<RiffChunk, void> {
  const limit = Math.min(riffEnd(bytes), bytes.length);
  for (let at = 12; at + 8 <= limit;) {
    const start = at + 8;
    const length = littleEndian.uint32(bytes, at + 4);
    const dataEnd = start + length;
    if (dataEnd > limit) return;
    const end = dataEnd + (length % 2);
    yield { type: decodeLatin1(bytes, at, 4), at, start, dataEnd, end };
    at = end;
  }
}
