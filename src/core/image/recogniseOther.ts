/** What an answer is that is none of our formats: pages and error objects come with status 200 too. */
import { decodeLatin1 } from '../bytes/latin1.ts';
import type { InspectionProblem } from './inspection.ts';
import { matchSignature } from './signature.ts';

/** Pictures, but in formats that browsers or Markdown do not show, or that cannot carry a record. */
const otherPictures = [
  'BM????\0\0\0\0', // BMP: the four zeros are reserved, which tells it from a word that begins with BM
  'II*\0', // TIFF, little-endian
  'MM\0*', // TIFF, big-endian
  '\0\0\x01\0', // ICO
  '\xff\x0a', // JPEG XL, bare
  '\0\0\0\x0cJXL ', // JPEG XL, boxed
  '\0\0\0\x0cjP  ', // JPEG 2000, boxed
  '\xff\x4f\xff\x51', // JPEG 2000, bare
  '\x8aMNG\r\n\x1a\n',
  '8BPS', // Photoshop
  'qoif',
  '\x76\x2f\x31\x01', // OpenEXR
  '#?RADIANCE',
] as const;

/** How far to look for the words of a text: behind a comment, a licence or an XML head. */
const lookAtBytes = 2048;

export function recogniseOther(bytes: Uint8Array): InspectionProblem {
  if (otherPictures.some((signature) => matchSignature(bytes, signature) === 'yes')) return 'unsupportedFormat';

  const head = decodeLatin1(bytes, 0, lookAtBytes);
  const text = head.replace(/^\xef\xbb\xbf/, '').trimStart();
  if (text === '') return bytes.length <= lookAtBytes ? 'empty' : 'notAnImage';
  if (/^P[1-7]\s/.test(text)) return 'unsupportedFormat';
  if (/^[{["]/.test(text)) return 'json';
  if (!/^<[a-z!?/]/i.test(text)) return 'notAnImage';
  if (/^(?:<\?xml|<!--|<!doctype svg|<svg)/i.test(text)) return recogniseMarkup(text);
  return 'html';
}

/** What a text in angle brackets is whose first tag may stand behind an XML head or a comment. */
function recogniseMarkup(text: string): InspectionProblem {
  const root = /<([a-z][^\s/>]*)/i.exec(text.replaceAll(/<!--[\s\S]*?-->/g, ''))?.[1]?.toLowerCase();
  if (root === 'svg' || root === 'svg:svg') return 'unsupportedFormat';
  if (root === 'html' || !text.toLowerCase().startsWith('<?xml')) return 'html';
  return 'notAnImage';
}
