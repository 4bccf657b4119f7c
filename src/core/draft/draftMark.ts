/**
 * How a file knows that it is a draft: by a text of its own, which is there also where the settings are not written into
 * files, and before the pixels, so that a few kilobytes of a file tell.
 */
import { encodeLatin1 } from '../bytes/latin1.ts';
import { pngChunk } from '../image/pngChunk.ts';
import { pngChunks } from '../image/pngChunks.ts';
import { matchSignature } from '../image/signature.ts';
import { readKeyword } from '../metadata/formats/pngKeyword.ts';

const keyword = 'depict-draft';

/** To be written before the pixels. */
export function draftChunk(): Uint8Array {
  return pngChunk('tEXt', encodeLatin1(`${keyword}\0A placeholder, to be replaced by the real picture.`));
}

/**
 * Bytes of a file's beginning in which the mark is found, if it is there: settings may stand before it, which hold the
 * prompt twice, at its longest in some 30 kB and escaped in 60 kB.
 */
export const draftHeadBytes = 128 * 1024;

/**
 * Whether a file is a draft, by its beginning or the whole; undefined where too little of it is given to tell. Anybody
 * can write such a mark: it protects nothing.
 */
export function hasDraftMark(head: Uint8Array): boolean | undefined {
  const isPng = matchSignature(head, '\x89PNG\r\n\x1a\n');
  if (isPng !== 'yes') return isPng === 'no' ? false : undefined;
  for (const chunk of pngChunks(head)) {
    if (chunk.type === 'IDAT') return false;
    if (chunk.type === 'tEXt' && readKeyword(head, chunk) === keyword) return true;
  }
  return undefined;
}
