/**
 * EXIF, which is a TIFF file without a picture: adds the user comment, where image programs look for the text.
 * https://www.cipa.jp/std/documents/e/DC-X008-Translation-2019-E.pdf, 4.5 and 4.6
 */
import { bigEndian, type ByteOrder } from '../../bytes/byteOrder.ts';
import { joinBytes } from '../../bytes/joinBytes.ts';
import { encodeLatin1 } from '../../bytes/latin1.ts';
import { entryLength, exifTag, findEntry, readByteOrder, readDirectory, type Directory } from './exifDirectory.ts';

const typeLong = 4;
const typeUndefined = 7;

/** What there is before anything is added: an empty first directory. */
const emptyExif = encodeLatin1('MM\0*\0\0\0\x08\0\0\0\0\0\0');

/**
 * EXIF data with the comment in them. What was there keeps its place, because tags refer to it by position: changed
 * directories are written anew behind it.
 * @param exif existing data from the byte order mark on; left out where there are none
 * @param replace whether a comment that is there may go; otherwise it is kept
 * @returns undefined where nothing is to be changed: a comment is kept, or the data are damaged
 */
export function exifWithComment(text: string, exif: Uint8Array = emptyExif, replace = false): Uint8Array | undefined {
  const order = readByteOrder(exif);
  const main = order && readDirectory(exif, order, order.uint32(exif, 4));
  if (!order || !main) return undefined;

  const pointer = findEntry(main, order, exifTag.details);
  const details = pointer ? readDirectory(exif, order, order.uint32(pointer, 8)) : { entries: [], next: 0 };
  if (!details) return undefined;
  const existing = findEntry(details, order, exifTag.userComment);
  if (existing && !replace && !isBlankComment(exif, order, existing)) return undefined;

  const grown = [exif, new Uint8Array(exif.length % 2)];
  const append = (piece: Uint8Array): number => {
    const at = lengthOf(grown);
    grown.push(piece, new Uint8Array(piece.length % 2));
    return at;
  };
  const comment = encodeComment(text);
  const commentEntry = entry(order, exifTag.userComment, typeUndefined, comment.length, append(comment));
  const detailsAt = append(writeDirectory(withEntry(details, order, commentEntry), order));
  const pointerEntry = entry(order, exifTag.details, typeLong, 1, detailsAt);
  const mainAt = append(writeDirectory(withEntry(main, order, pointerEntry), order));
  const joined = joinBytes(...grown);
  order.putUint32(joined, 4, mainAt);
  return joined;
}

/** Cameras and libraries reserve a comment of spaces or zeros behind the eight bytes that name its encoding. */
function isBlankComment(exif: Uint8Array, order: ByteOrder, comment: Uint8Array): boolean {
  const length = order.uint32(comment, 4);
  const at = order.uint32(comment, 8);
  return length <= 8 || exif.subarray(at + 8, at + length).every((byte) => byte === 0 || byte === 0x20);
}

/** Entries stand in the order of their tags. */
function withEntry({ entries, next }: Directory, order: ByteOrder, added: Uint8Array): Directory {
  const tag = order.uint16(added, 0);
  const others = entries.filter((each) => order.uint16(each, 0) !== tag);
  const sorted = [...others, added].toSorted((a, b) => order.uint16(a, 0) - order.uint16(b, 0));
  return { entries: sorted, next };
}

function writeDirectory({ entries, next }: Directory, order: ByteOrder): Uint8Array {
  const head = new Uint8Array(2);
  order.putUint16(head, 0, entries.length);
  const tail = new Uint8Array(4);
  order.putUint32(tail, 0, next);
  return joinBytes(head, ...entries, tail);
}

function entry(order: ByteOrder, tag: number, type: number, count: number, value: number): Uint8Array {
  const bytes = new Uint8Array(entryLength);
  order.putUint16(bytes, 0, tag);
  order.putUint16(bytes, 2, type);
  order.putUint32(bytes, 4, count);
  order.putUint32(bytes, 8, value);
  return bytes;
}

/** UTF-16, big-endian whatever the file's byte order: so writes and reads piexif, which AUTOMATIC1111 uses. */
function encodeComment(text: string): Uint8Array {
  const bytes = new Uint8Array(8 + text.length * 2);
  bytes.set(encodeLatin1('UNICODE\0'));
  for (let at = 0; at < text.length; at += 1) bigEndian.putUint16(bytes, 8 + at * 2, text.charCodeAt(at));
  return bytes;
}

function lengthOf(pieces: readonly Uint8Array[]): number {
  return pieces.reduce((sum, piece) => sum + piece.length, 0);
}
