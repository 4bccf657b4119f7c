/** GIF: https://www.w3.org/Graphics/GIF/spec-gif89a.txt */
import { littleEndian } from '../bytes/byteOrder.ts';
import type { Inspect } from './inspection.ts';

const extension = 0x21;
const image = 0x2c;
const trailer = 0x3b;

/** Whole when the blocks lead to the trailer and at least one of them is an image. */
export const inspectGif: Inspect = (bytes) => {
  if (bytes.length < 13) return 'truncated';
  const size = { width: littleEndian.uint16(bytes, 6), height: littleEndian.uint16(bytes, 8) };
  if (size.width === 0 || size.height === 0) return 'notAnImage';

  let hasPixels = false;
  let at = 13 + colourTableLength(bytes[10]);
  while (at < bytes.length) {
    const block = bytes[at];
    if (block === trailer) return hasPixels ? size : 'truncated';
    if (block === image) {
      hasPixels = true;
      at = behindSubBlocks(bytes, at + 11 + colourTableLength(bytes[at + 9]));
    } else if (block === extension) {
      at = behindSubBlocks(bytes, at + 2);
    } else {
      return 'truncated';
    }
  }
  return 'truncated';
};

/** In bytes, from the flags of the screen or of an image. */
function colourTableLength(flags = 0): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

/** Each sub-block tells its length; one of length 0 is the last. */
function behindSubBlocks(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length) {
    const length = bytes[at] ?? 0;
    at += 1 + length;
    if (length === 0) break;
  }
  return at;
}
