/** PNG: https://www.w3.org/TR/png-3/ */
import { bigEndian } from '../bytes/byteOrder.ts';
import type { Inspect } from './inspection.ts';
import { pngChunks } from './pngChunks.ts';

/** Whole when every chunk is as long as it says and `IEND` comes after at least one with pixels. */
export const inspectPng: Inspect = (bytes) => {
  let size;
  let hasPixels = false;
  for (const { type, start, dataEnd } of pngChunks(bytes)) {
    if (size === undefined) {
      size = { width: bigEndian.uint32(bytes, start), height: bigEndian.uint32(bytes, start + 4) };
      const possible = size.width > 0 && size.height > 0 && Math.max(size.width, size.height) < 2 ** 31;
      if (type !== 'IHDR' || dataEnd - start !== 13 || !possible) return 'notAnImage';
    }
    if (type === 'IDAT' && dataEnd > start) hasPixels = true;
    if (type === 'IEND') return hasPixels ? size : 'truncated';
  }
  return 'truncated';
};
