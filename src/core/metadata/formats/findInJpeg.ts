/** JPEG: EXIF and XMP in APP1 segments, XMP also over several of them, and plain comments. */
import { bigEndian } from '../../bytes/byteOrder.ts';
import { decodeLatin1, indexOfLatin1 } from '../../bytes/latin1.ts';
import { jpegSegments, type JpegSegment } from '../../image/jpegSegments.ts';
import { app1Data, app1Name } from './app1.ts';
import { decodeText, maxTextBytes } from './decodeText.ts';
import { isPresent, maxTexts, type FindTexts } from '../foundTexts.ts';
import { readUserComment } from './readUserComment.ts';
import { readXmpRecord } from './readXmpRecord.ts';

const commentMarker = 0xfe;

/** Metadata stand before the pixels; what phones put there, such as maps of depth, may be larger but is not for us. */
const headBytes = 4 * 1024 * 1024;
const maxSegments = 10_000;

export const findInJpeg: FindTexts = async (bytes) => {
  const head = bytes.subarray(0, headBytes);
  const segments: JpegSegment[] = [];
  for (const segment of jpegSegments(head)) {
    segments.push(segment);
    if (segments.length === maxSegments) break;
  }
  const named = (name: string): Uint8Array[] =>
    segments.map((segment) => app1Data(head, segment, name)).filter(isPresent);
  const packets = named(app1Name.xmp).slice(0, maxTexts);
  return {
    json: [...packets, ...extendedPackets(named(app1Name.extendedXmp), packets)]
      .map((packet) => readXmpRecord(decodeText(packet)))
      .filter(isPresent),
    parameters: [],
    comments: [
      ...named(app1Name.exif).slice(0, maxTexts).map(readUserComment).filter(isPresent),
      ...segments
        .filter(({ marker }) => marker === commentMarker)
        .slice(0, maxTexts)
        .map(({ start, end }) => decodeText(head.subarray(start, end))),
    ],
  };
};

const guidLength = 32;

/**
 * Each part says whose it is (a name that the main packet mentions), how long the whole is, and where in it the part
 * belongs.
 */
function extendedPackets(parts: readonly Uint8Array[], packets: readonly Uint8Array[]): Uint8Array[] {
  const wholes = new Map<string, Uint8Array>();
  for (const part of parts) {
    const guid = decodeLatin1(part, 0, guidLength);
    const length = bigEndian.uint32(part, guidLength);
    const offset = bigEndian.uint32(part, guidLength + 4);
    const data = part.subarray(guidLength + 8);
    const whole = wholes.get(guid) ?? newWhole(guid, length, packets, wholes.size);
    if (!whole || offset + data.length > whole.length) continue;
    whole.set(data, offset);
    wholes.set(guid, whole);
  }
  return [...wholes.values()];
}

function newWhole(
  guid: string,
  length: number,
  packets: readonly Uint8Array[],
  already: number,
): Uint8Array | undefined {
  const isWanted = guid.length === guidLength && length <= maxTextBytes && already < maxTexts;
  return isWanted && packets.some((packet) => indexOfLatin1(packet, guid) !== -1) ? new Uint8Array(length) : undefined;
}
