/** JPEG: https://www.w3.org/Graphics/JPEG/itu-t81.pdf, annex B */
import { bigEndian } from '../bytes/byteOrder.ts';
import type { Inspect } from './inspection.ts';
import { jpegMarker, jpegSegments } from './jpegSegments.ts';

/**
 * Whole when an end marker comes after the first scan. It is looked for from the back, where it normally is at once:
 * among pixels 0xff is always followed by 0 or a restart marker, so this pair of bytes cannot be anything else there.
 * A height of 0 (given after the first scan, which only some scanners do) is not understood.
 */
export const inspectJpeg: Inspect = (bytes) => {
  let size;
  for (const { marker, start, end } of jpegSegments(bytes)) {
    if (isFrame(marker))
      size = { height: bigEndian.uint16(bytes, start + 1), width: bigEndian.uint16(bytes, start + 3) };
    if (marker !== jpegMarker.sos) continue;
    if (!size || size.width === 0 || size.height === 0) return 'notAnImage';
    return endMarker(bytes) > end ? size : 'truncated';
  }
  return 'truncated';
};

/** SOF0 to SOF15, less the three numbers among them that mean tables. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function endMarker(bytes: Uint8Array): number {
  let at = bytes.lastIndexOf(jpegMarker.eoi);
  while (at > 0 && bytes[at - 1] !== 0xff) at = bytes.lastIndexOf(jpegMarker.eoi, at - 1);
  return at - 1;
}
