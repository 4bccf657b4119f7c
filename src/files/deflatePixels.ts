/** Deflates a picture's pixels while they are drawn, away from the thread that draws them. */
import { pipeline } from 'node:stream/promises';
import { createDeflate } from 'node:zlib';
import type { Deflate } from '../core/draft/deflate.ts';
import { ImageFailure } from '../core/failure.ts';

/** What goes in at a time: enough that the way to the other thread and back does not count. */
const batchBytes = 64 * 1024;

/** @throws {ImageFailure} from what is returned: `cancelled` */
export function deflatePixels(signal: AbortSignal): Deflate {
  return async (pieces) => {
    const compressed: Uint8Array[] = [];
    try {
      await pipeline(
        batches(pieces),
        createDeflate({ chunkSize: batchBytes }),
        async (chunks: AsyncIterable<Uint8Array>) => {
          for await (const chunk of chunks) compressed.push(chunk);
        },
        { signal },
      );
    } catch (error) {
      throw signal.aborted ? new ImageFailure({ kind: 'cancelled' }, { cause: error }) : error;
    }
    return compressed;
  };
}

function* batches(pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
  let batch = new Uint8Array(batchBytes);
  let filled = 0;
  for (const piece of pieces) {
    if (filled + piece.length > batch.length) {
      if (filled > 0) yield batch.subarray(0, filled);
      batch = new Uint8Array(Math.max(batchBytes, piece.length));
      filled = 0;
    }
    batch.set(piece, filled);
    filled += piece.length;
  }
  yield batch.subarray(0, filled);
}
