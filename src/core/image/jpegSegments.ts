/** The segments of a JPEG file before its pixels. */
import { bigEndian } from '../bytes/byteOrder.ts';

export interface JpegSegment {
  /** Second byte of the marker, such as 0xe1 for APP1. */
  readonly marker: number;
  /** Where the marker begins. */
  readonly at: number;
  /** Where the segment's data begin, behind its length. */
  readonly start: number;
  /** Behind its last byte. */
  readonly end: number;
}

export const jpegMarker = { soi: 0xd8, eoi: 0xd9, sos: 0xda, app0: 0xe0, app1: 0xe1 } as const;

/**
 * Every segment that is whole, up to and with the first `SOS`, behind which pixels begin. Stray bytes between segments
 * are passed over, as libjpeg does.
 */
export function* jpegSegments(bytes: Uint8Array): Generator<JpegSegment, void> {
  for (let at = 2; ;) {
    at = nextMarker(bytes, at);
    const marker = bytes[at + 1];
    if (at === -1 || marker === undefined || marker === jpegMarker.eoi) return;
    if (standsAlone(marker)) {
      at += 2;
      continue;
    }
    const start = at + 4;
    const end = at + 2 + bigEndian.uint16(bytes, at + 2);
    if (end < start || end > bytes.length) return;
    yield { marker, at, start, end };
    if (marker === jpegMarker.sos) return;
    at = end;
  }
}

/** The next 0xff that a marker's number follows: not another 0xff (fill) and not 0 (an escaped 0xff among pixels). */
function nextMarker(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at !== -1 && (bytes[at + 1] === 0xff || bytes[at + 1] === 0)) at = bytes.indexOf(0xff, at + 1);
  return at;
}

/** TEM, RST0 to RST7 and SOI have no length and no data. */
function standsAlone(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= jpegMarker.soi);
}
