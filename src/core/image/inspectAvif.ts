/** AVIF: https://aomediacodec.github.io/av1-avif/ on top of ISO/IEC 14496-12 (boxes) and 23008-12 (items) */
import type { ImageSize } from '../image.ts';
import { bigEndian } from '../bytes/byteOrder.ts';
import { decodeLatin1 } from '../bytes/latin1.ts';
import type { Inspect } from './inspection.ts';

interface Box {
  /** Four characters, such as `meta`. */
  readonly type: string;
  /** Where its contents begin. */
  readonly start: number;
  /** Behind its last byte. */
  readonly end: number;
}

/**
 * Whole when the boxes that describe the picture and hold its pixels are as long as they say. Not told: a cut in a last
 * box that says "to the end of the file", which writers of still pictures do not use.
 */
export const inspectAvif: Inspect = (bytes) => {
  const top = boxes(bytes, 0, bytes.length);
  const [brands] = top;
  if (!brands) return 'truncated';
  if (!isAvif(bytes, brands)) return isHeif(bytes, brands) ? 'unsupportedFormat' : 'notAnImage';

  const meta = top.find(({ type }) => type === 'meta');
  if (!meta) return 'truncated';
  const hasPixels = top.some(({ type }) => type === 'mdat') || inside(bytes, meta, ['idat']).length > 0;
  if (!hasPixels) return 'truncated';
  return (
    largest(inside(bytes, meta, ['iprp', 'ipco', 'ispe']).map(({ start }) => sizeAt(bytes, start))) ?? 'notAnImage'
  );
};

function isAvif(bytes: Uint8Array, brands: Box): boolean {
  return hasBrand(bytes, brands, /^avi[fs]$/);
}

/** HEIC and its relatives: pictures, but not for the web. */
function isHeif(bytes: Uint8Array, brands: Box): boolean {
  return hasBrand(bytes, brands, /^(?:mif1|msf1|hei[a-z]|hev[a-z])$/);
}

/** The major brand, a version, then compatible brands: all of four characters. */
function hasBrand(bytes: Uint8Array, { start, end }: Box, brand: RegExp): boolean {
  for (let at = start; at + 4 <= end; at += 4) {
    if (brand.test(decodeLatin1(bytes, at, 4))) return true;
  }
  return false;
}

/** Boxes of the type at the end of `path`, found by way of the others. */
function inside(bytes: Uint8Array, parent: Box, path: readonly string[]): readonly Box[] {
  const [type, ...rest] = path;
  // `meta` begins with a version and flags; the other containers on the way do not.
  const start = parent.type === 'meta' ? parent.start + 4 : parent.start;
  const matching = boxes(bytes, start, parent.end).filter((box) => box.type === type);
  return rest.length === 0 ? matching : matching.flatMap((box) => inside(bytes, box, rest));
}

/** Version and flags, then 32 bits each. */
function sizeAt(bytes: Uint8Array, at: number): ImageSize {
  return { width: bigEndian.uint32(bytes, at + 4), height: bigEndian.uint32(bytes, at + 8) };
}

/** The picture itself: what else has a size in the file (a thumbnail, a tile, the alpha plane) is not larger. */
function largest(sizes: readonly ImageSize[]): ImageSize | undefined {
  return sizes
    .filter(({ width, height }) => width > 0 && height > 0)
    .toSorted((a, b) => b.width * b.height - a.width * a.height)[0];
}

/** Boxes side by side from `from` to `to`, as far as they are whole. */
function boxes(bytes: Uint8Array, from: number, to: number): readonly Box[] {
  const found: Box[] = [];
  let at = from;
  while (at + 8 <= to) {
    const small = bigEndian.uint32(bytes, at);
    const long = small === 1;
    const length = long ? bigEndian.uint32(bytes, at + 8) * 2 ** 32 + bigEndian.uint32(bytes, at + 12) : small;
    const end = small === 0 ? to : at + length;
    const start = at + (long ? 16 : 8);
    if (end < start || end > to) break;
    found.push({ type: decodeLatin1(bytes, at + 4, 4), start, end });
    at = end;
  }
  return found;
}
