/** WebP: the text as EXIF user comment, the JSON as XMP. https://developers.google.com/speed/webp/docs/riff_container */
import { cutOut } from '../../bytes/cutOut.ts';
import { joinBytes } from '../../bytes/joinBytes.ts';
import { encodeLatin1 } from '../../bytes/latin1.ts';
import { littleEndian } from '../../bytes/byteOrder.ts';
import { canvasSize } from '../../image/inspectWebp.ts';
import { riffChunks, riffEnd, type RiffChunk } from '../../image/riffChunks.ts';
import type { Embed } from '../embed.ts';
import { withoutExifName } from './exifDirectory.ts';
import { exifWithComment } from './exifWithComment.ts';
import { hasRecord, xmpWithRecord } from './xmpWithRecord.ts';

/** Flags of the extended header. */
const flag = { xmp: 0x04, exif: 0x08, alpha: 0x10 } as const;

/** Metadata need the extended header, which a simple file gets; they stand behind the pixels, EXIF before XMP. */
export const embedInWebp: Embed = (bytes, { parameters, json }) => {
  const chunks = [...riffChunks(bytes)];
  const header = extendedHeader(bytes, chunks[0]);
  const end = chunks.at(-1)?.end;
  if (!header || !end || end < riffEnd(bytes)) return [bytes];

  const oldExif = chunks.find(({ type }) => type === 'EXIF');
  const oldXmp = chunks.find(({ type }) => type === 'XMP ');
  const oldPacket = oldXmp && bytes.subarray(oldXmp.start, oldXmp.dataEnd);
  const isOurs = oldPacket !== undefined && hasRecord(oldPacket);
  const exif = riffChunk(
    'EXIF',
    exifWithComment(parameters, oldExif && withoutExifName(bytes.subarray(oldExif.start, oldExif.dataEnd)), isOurs),
  );
  const xmp = riffChunk('XMP ', xmpWithRecord(json, oldPacket));
  if (exif) setFlag(header, flag.exif);
  if (xmp) setFlag(header, flag.xmp);

  const oldHeader = chunks.find(({ type }) => type === 'VP8X');
  const removed = [oldHeader, exif && oldExif, xmp && oldXmp].filter((each) => each !== undefined);
  const contents = [
    header,
    ...cutOut(
      bytes,
      { at: 12, end },
      removed.toSorted((a, b) => a.at - b.at),
    ),
    // The last chunk's padding, where its writer left it out.
    new Uint8Array(Math.max(0, end - bytes.length)),
    ...[exif, xmp].filter((each) => each !== undefined),
  ];
  return [riffHead(contents), ...contents, bytes.subarray(end)].filter((piece) => piece.length > 0);
};

/** A copy of the one that is there, or one that says what the simple file says about itself. */
function extendedHeader(bytes: Uint8Array, first: RiffChunk | undefined): Uint8Array | undefined {
  const size = first && canvasSize(bytes, first);
  if (!size) return undefined;
  if (first.type === 'VP8X') return bytes.slice(first.at, first.end);

  const data = new Uint8Array(10);
  littleEndian.putUint32(data, 4, size.width - 1);
  littleEndian.putUint16(data, 7, size.height - 1);
  const chunk = joinBytes(encodeLatin1('VP8X\x0a\0\0\0'), data);
  if (first.type === 'VP8L' && hasAlpha(bytes, first)) setFlag(chunk, flag.alpha);
  return chunk;
}

/** The bit behind width and height. */
function hasAlpha(bytes: Uint8Array, { start }: RiffChunk): boolean {
  return ((bytes[start + 4] ?? 0) & 0x10) !== 0;
}

function setFlag(header: Uint8Array, bit: number): void {
  header[8] = (header[8] ?? 0) | bit;
}

function riffChunk(type: string, data: Uint8Array | undefined): Uint8Array | undefined {
  if (!data) return undefined;
  const chunk = joinBytes(encodeLatin1(`${type}\0\0\0\0`), data, new Uint8Array(data.length % 2));
  littleEndian.putUint32(chunk, 4, data.length);
  return chunk;
}

function riffHead(contents: readonly Uint8Array[]): Uint8Array {
  const head = encodeLatin1('RIFF\0\0\0\0WEBP');
  littleEndian.putUint32(head, 4, 4 + contents.reduce((sum, piece) => sum + piece.length, 0));
  return head;
}
