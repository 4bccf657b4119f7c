/** WebP: EXIF and XMP, each in a chunk of its own. */
import { riffChunks } from '../../image/riffChunks.ts';
import { decodeText, maxTextBytes } from './decodeText.ts';
import { withoutExifName } from './exifDirectory.ts';
import { isPresent, maxParts, maxTexts, type FindTexts } from '../foundTexts.ts';
import { readUserComment } from './readUserComment.ts';
import { readXmpRecord } from './readXmpRecord.ts';

export const findInWebp: FindTexts = async (bytes) => {
  const exif: Uint8Array[] = [];
  const xmp: Uint8Array[] = [];
  let parts = 0;
  for (const { type, start, dataEnd } of riffChunks(bytes)) {
    parts += 1;
    if (parts > maxParts) break;
    if (dataEnd - start > maxTextBytes) continue;
    if (type === 'EXIF' && exif.length < maxTexts) exif.push(withoutExifName(bytes.subarray(start, dataEnd)));
    if (type === 'XMP ' && xmp.length < maxTexts) xmp.push(bytes.subarray(start, dataEnd));
  }
  return {
    json: xmp.map((packet) => readXmpRecord(decodeText(packet))).filter(isPresent),
    parameters: [],
    comments: exif.map(readUserComment).filter(isPresent),
  };
};
