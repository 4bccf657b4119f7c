/** What is whose among a JPEG's APP1 segments: each begins with a name. */
import { startsWithLatin1 } from '../../bytes/latin1.ts';
import { jpegMarker, type JpegSegment } from '../../image/jpegSegments.ts';

export const app1Name = {
  exif: 'Exif\0\0',
  xmp: 'http://ns.adobe.com/xap/1.0/\0',
  /** What of the XMP does not fit into one segment: Adobe's XMP specification part 3, 1.1.3.1. */
  extendedXmp: 'http://ns.adobe.com/xmp/extension/\0',
} as const;

/** What stands behind the name; undefined for a segment of another name. No copy. */
export function app1Data(bytes: Uint8Array, { marker, start, end }: JpegSegment, name: string): Uint8Array | undefined {
  const isNamed = marker === jpegMarker.app1 && start + name.length <= end && startsWithLatin1(bytes, name, start);
  return isNamed ? bytes.subarray(start + name.length, end) : undefined;
}
