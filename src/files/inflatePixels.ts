/** Inflates a picture's compressed pixels, as far as somebody wants to see them. */
import { Readable } from 'node:stream';
import { constants, createInflate, inflateSync } from 'node:zlib';
import type { Inflate } from '../core/image/inflate.ts';

/**
 * So little is done at once: a stream and its thread take 0.6 ms to start, this takes 0.05 ms. It cannot become more
 * than a thousand times as much.
 */
const smallBytes = 512;

/** What goes in at a time, so that not much is inflated for nothing once the answer is known. */
const sliceBytes = 16 * 1024;

/** A stream that ends too early ends without an error. Holds some ten kilobytes, whatever it inflates to. */
const options = { finishFlush: constants.Z_SYNC_FLUSH } as const;

export const inflatePixels: Inflate = async (compressed, onBytes) => {
  const [first] = compressed;
  if (first && compressed.length === 1 && first.length <= smallBytes) {
    onBytes(inflateSync(first, options));
    return;
  }
  const inflated = Readable.from(slices(compressed)).pipe(createInflate(options));
  for await (const chunk of inflated) {
    if (!onBytes(chunk as Uint8Array)) return;
  }
};

function* slices(pieces: readonly Uint8Array[]): Generator<Uint8Array> {
  for (const piece of pieces) {
    for (let at = 0; at < piece.length; at += sliceBytes) yield piece.subarray(at, at + sliceBytes);
  }
}
