/** JPEG: the text as EXIF user comment, the JSON as XMP, each in an APP1 segment. */
import { bigEndian } from '../../bytes/byteOrder.ts';
import { cutOut } from '../../bytes/cutOut.ts';
import { joinBytes } from '../../bytes/joinBytes.ts';
import { encodeLatin1 } from '../../bytes/latin1.ts';
import { jpegMarker, jpegSegments, type JpegSegment } from '../../image/jpegSegments.ts';
import { app1Data, app1Name } from './app1.ts';
import type { Embed } from '../embed.ts';
import { exifWithComment } from './exifWithComment.ts';
import { hasRecord, xmpWithRecord } from './xmpWithRecord.ts';

/** A segment counts its own length, the two bytes for it included, in 16 bits. */
const maxSegmentLength = 0xffff;

/**
 * Behind the JFIF head, which must come first; EXIF before XMP, as cameras write them. A text that a segment cannot
 * hold is left out: some 32,000 characters in EXIF, 64,000 bytes in XMP.
 */
export const embedInJpeg: Embed = (bytes, { parameters, json }) => {
  const segments = [...jpegSegments(bytes)];
  if (segments.at(-1)?.marker !== jpegMarker.sos) return [bytes];

  const oldExif = findApp1(bytes, segments, app1Name.exif);
  const oldXmp = findApp1(bytes, segments, app1Name.xmp);
  const isOurs = oldXmp !== undefined && hasRecord(oldXmp.data);
  const exif = app1(app1Name.exif, exifWithComment(parameters, oldExif?.data, isOurs));
  const xmp = app1(app1Name.xmp, xmpWithRecord(json, oldXmp?.data));

  const replaced = [exif && oldExif?.segment, xmp && oldXmp?.segment].filter((each) => each !== undefined);
  const added = [exif, xmp].filter((each) => each !== undefined);
  const start = endOfHead(segments);
  return [
    bytes.subarray(0, start),
    ...added,
    ...cutOut(
      bytes,
      { at: start, end: bytes.length },
      replaced.toSorted((a, b) => a.at - b.at),
    ),
  ];
};

/** JFIF and its extension, at the very beginning. */
function endOfHead(segments: readonly JpegSegment[]): number {
  return segments[segments.findIndex(({ marker }) => marker !== jpegMarker.app0)]?.at ?? 2;
}

interface App1 {
  readonly segment: JpegSegment;
  /** Behind the name. */
  readonly data: Uint8Array;
}

function findApp1(bytes: Uint8Array, segments: readonly JpegSegment[], name: string): App1 | undefined {
  for (const segment of segments) {
    const data = app1Data(bytes, segment, name);
    if (data) return { segment, data };
  }
  return undefined;
}

function app1(name: string, data: Uint8Array | undefined): Uint8Array | undefined {
  if (!data) return undefined;
  const segment = joinBytes(Uint8Array.of(0xff, jpegMarker.app1, 0, 0), encodeLatin1(name), data);
  const length = segment.length - 2;
  if (length > maxSegmentLength) return undefined;
  bigEndian.putUint16(segment, 2, length);
  return segment;
}
