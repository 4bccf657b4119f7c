/** The user comment in EXIF data, where image programs put their text into JPEG and WebP. */
import { bigEndian, littleEndian, type ByteOrder } from '../../bytes/byteOrder.ts';
import { decodeUtf16 } from '../../bytes/decodeUtf16.ts';
import { decodeUtf8 } from '../../bytes/decodeUtf8.ts';
import { decodeLatin1 } from '../../bytes/latin1.ts';
import { decodeText, maxTextBytes } from './decodeText.ts';
import { exifTag, findEntry, readByteOrder, readDirectory } from './exifDirectory.ts';

/** Types whose values are single bytes: BYTE, ASCII (some writers take it for the comment), UNDEFINED. */
const byteTypes: ReadonlySet<number> = new Set([1, 2, 7]);

/**
 * @param exif from the byte order mark on
 * @returns undefined where there is none, or it is blank or out of bounds. Never throws
 */
export function readUserComment(exif: Uint8Array): string | undefined {
  const order = readByteOrder(exif);
  const main = order && readDirectory(exif, order, order.uint32(exif, 4));
  if (!order || !main) return undefined;
  const pointer = findEntry(main, order, exifTag.details);
  const details = pointer && readDirectory(exif, order, order.uint32(pointer, 8));
  // Pillow's `getexif()[0x9286] = …` puts it into the first directory.
  for (const directory of [details, main]) {
    const entry = directory && findEntry(directory, order, exifTag.userComment);
    const value = entry && readValue(exif, order, entry);
    const text = value && decodeComment(value, order);
    if (text?.replaceAll('\0', '').trim()) return text;
  }
  return undefined;
}

/** Up to four bytes stand in the entry itself. */
function readValue(exif: Uint8Array, order: ByteOrder, entry: Uint8Array): Uint8Array | undefined {
  const length = order.uint32(entry, 4);
  if (!byteTypes.has(order.uint16(entry, 2)) || length > maxTextBytes) return undefined;
  if (length <= 4) return entry.subarray(8, 8 + length);
  const start = order.uint32(entry, 8);
  return start + length <= exif.length ? exif.subarray(start, start + length) : undefined;
}

/** Eight bytes name the encoding; some writers leave them out, or zero. */
function decodeComment(value: Uint8Array, order: ByteOrder): string {
  const text = value.subarray(8);
  switch (decodeLatin1(value, 0, 8).toUpperCase()) {
    case 'UNICODE\0':
      return decodeUnicode(text, order);
    case 'ASCII\0\0\0':
    case 'JIS\0\0\0\0\0':
    case '\0\0\0\0\0\0\0\0':
      return decodeText(text);
    default:
      return decodeText(value);
  }
}

/**
 * The standard leaves the byte order open: piexif, which AUTOMATIC1111 and most others use, writes big-endian into any
 * file, ExifTool the file's own order, and some write UTF-8. Settings have English names, so the letters tell.
 */
function decodeUnicode(bytes: Uint8Array, order: ByteOrder): string {
  const hasMark = order.uint16(bytes, 0) === 0xfeff || order.uint16(bytes, 0) === 0xfffe;
  if (hasMark) return decodeText(bytes);
  if (!bytes.includes(0)) {
    const text = decodeUtf8(bytes);
    if (text !== undefined) return text;
  }
  const [bigEndianLetters, littleEndianLetters] = [zeros(bytes, 0), zeros(bytes, 1)];
  if (bigEndianLetters === littleEndianLetters) return decodeUtf16(bytes, order);
  return decodeUtf16(bytes, bigEndianLetters > littleEndianLetters ? bigEndian : littleEndian);
}

/** How many of every other byte are zero. */
function zeros(bytes: Uint8Array, from: number): number {
  let count = 0;
  for (let at = from; at < bytes.length; at += 2) if (bytes[at] === 0) count += 1;
  return count;
}
