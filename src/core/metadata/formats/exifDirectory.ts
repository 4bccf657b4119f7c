/** How EXIF data are laid out: as a TIFF file without a picture, in directories of tags. */
import { bigEndian, littleEndian, type ByteOrder } from '../../bytes/byteOrder.ts';
import { startsWithLatin1 } from '../../bytes/latin1.ts';
import { app1Name } from './app1.ts';

/** `details` points to the second directory, where the user comment belongs. */
export const exifTag = { details: 0x8769, userComment: 0x9286 } as const;

export const entryLength = 12;

/** A directory of tags. */
export interface Directory {
  /** Of 12 bytes each: tag, type, count, and the value or where it stands. */
  readonly entries: readonly Uint8Array[];
  /** Where the next directory stands (the thumbnail's), or 0. */
  readonly next: number;
}

export function readByteOrder(exif: Uint8Array): ByteOrder | undefined {
  if (startsWithLatin1(exif, 'MM\0*')) return bigEndian;
  return startsWithLatin1(exif, 'II*\0') ? littleEndian : undefined;
}

/** Undefined where not all of its entries are there. Some writers leave out the place of the next one at the very end. */
export function readDirectory(exif: Uint8Array, order: ByteOrder, at: number): Directory | undefined {
  const count = order.uint16(exif, at);
  const end = at + 2 + count * entryLength;
  if (at < 8 || end > exif.length) return undefined;
  const entries = Array.from({ length: count }, (_, index) => {
    const start = at + 2 + index * entryLength;
    return exif.subarray(start, start + entryLength);
  });
  return { entries, next: end + 4 > exif.length ? 0 : order.uint32(exif, end) };
}

export function findEntry({ entries }: Directory, order: ByteOrder, tag: number): Uint8Array | undefined {
  return entries.find((each) => order.uint16(each, 0) === tag);
}

/** Some writers put the name that JPEG needs in front of the data in WebP too, whose format has none. */
export function withoutExifName(data: Uint8Array): Uint8Array {
  return startsWithLatin1(data, app1Name.exif) ? data.subarray(app1Name.exif.length) : data;
}
