/** WebP: https://developers.google.com/speed/webp/docs/riff_container */
import type { ImageSize } from '../image.ts';
import { littleEndian } from '../bytes/byteOrder.ts';
import type { Inspect } from './inspection.ts';
import { riffChunks, riffEnd, type RiffChunk } from './riffChunks.ts';

/** Whole when the container is as long as it says and its chunks, pixels among them, fill it. */
export const inspectWebp: Inspect = (bytes) => {
  let size;
  let hasPixels = false;
  let end = 12;
  for (const chunk of riffChunks(bytes)) {
    if (size === undefined) {
      size = canvasSize(bytes, chunk);
      if (!size) return 'notAnImage';
    }
    hasPixels ||= chunk.type === 'VP8 ' || chunk.type === 'VP8L' || chunk.type === 'ANMF';
    end = chunk.end;
  }
  return size && hasPixels && end >= riffEnd(bytes) ? size : 'truncated';
};

/** What the first chunk says, or undefined when it is none that may stand there. */
export function canvasSize(bytes: Uint8Array, { type, start, dataEnd }: RiffChunk): ImageSize | undefined {
  const read = sizeReaders.get(type);
  if (!read || dataEnd - start < read.length) return undefined;
  const { width, height } = read.size(bytes, start);
  return width > 0 && height > 0 ? { width, height } : undefined;
}

interface SizeReader {
  /** Of the header that is read, in bytes. */
  readonly length: number;
  readonly size: (bytes: Uint8Array, at: number) => ImageSize;
}

const sizeReaders: ReadonlyMap<string, SizeReader> = new Map([
  ['VP8 ', { length: 10, size: lossySize }],
  ['VP8L', { length: 5, size: losslessSize }],
  ['VP8X', { length: 10, size: extendedSize }],
]);

const nothing: ImageSize = { width: 0, height: 0 };

/** A key frame (RFC 6386, 9.1): three bytes, a start code, then 14 bits each with 2 bits of scale. */
function lossySize(bytes: Uint8Array, at: number): ImageSize {
  if (bytes[at + 3] !== 0x9d || bytes[at + 4] !== 0x01 || bytes[at + 5] !== 0x2a) return nothing;
  return { width: littleEndian.uint16(bytes, at + 6) & 0x3fff, height: littleEndian.uint16(bytes, at + 8) & 0x3fff };
}

/** A signature byte, then 14 bits each of width and height less one. */
function losslessSize(bytes: Uint8Array, at: number): ImageSize {
  if (bytes[at] !== 0x2f) return nothing;
  const bits = littleEndian.uint32(bytes, at + 1);
  return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
}

/** Flags and three reserved bytes, then 24 bits each of width and height less one. */
function extendedSize(bytes: Uint8Array, at: number): ImageSize {
  return {
    width: (littleEndian.uint32(bytes, at + 4) & 0xff_ffff) + 1,
    height: (littleEndian.uint32(bytes, at + 6) >>> 8) + 1, // bytes 7 to 9: read from one before, so as not to pass the end
  };
}
