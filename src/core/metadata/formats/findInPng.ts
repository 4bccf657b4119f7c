/** PNG: text chunks of all three kinds before and behind the pixels, and EXIF as in a JPEG. */
import type { Inflate } from '../../image/inflate.ts';
import { pngChunks, type PngChunk } from '../../image/pngChunks.ts';
import { decodeText, maxTextBytes } from './decodeText.ts';
import { isPresent, maxParts, maxTexts, type FindTexts } from '../foundTexts.ts';
import { inflateText } from './inflateText.ts';
import { pngKeyword, readKeyword, textChunks } from './pngKeyword.ts';
import { readUserComment } from './readUserComment.ts';
import { readXmpRecord } from './readXmpRecord.ts';

export const findInPng: FindTexts = async (bytes, inflate) => {
  const chunks: { readonly chunk: PngChunk; readonly keyword: string }[] = [];
  let parts = 0;
  for (const chunk of pngChunks(bytes)) {
    parts += 1;
    if (parts > maxParts) break;
    if (chunk.dataEnd - chunk.start > maxTextBytes) continue;
    if (chunk.type === 'eXIf') chunks.push({ chunk, keyword: '' });
    if (textChunks.has(chunk.type)) chunks.push({ chunk, keyword: readKeyword(bytes, chunk) });
  }

  const read = async (keyword: string): Promise<string[]> => {
    const named = chunks.filter((each) => each.chunk.type !== 'eXIf' && each.keyword === keyword).slice(0, maxTexts);
    return (await Promise.all(named.map(({ chunk }) => readChunk(bytes, chunk, keyword, inflate)))).filter(isPresent);
  };
  return {
    json: [
      ...(await read(pngKeyword.json)),
      ...(await read(pngKeyword.xmp)).map((packet) => readXmpRecord(packet)).filter(isPresent),
    ],
    parameters: await read(pngKeyword.parameters),
    comments: chunks
      .filter(({ chunk }) => chunk.type === 'eXIf')
      .slice(0, maxTexts)
      .map(({ chunk }) => readUserComment(bytes.subarray(chunk.start, chunk.dataEnd)))
      .filter(isPresent),
  };
};

async function readChunk(
  bytes: Uint8Array,
  { type, start, dataEnd }: PngChunk,
  keyword: string,
  inflate: Inflate,
): Promise<string | undefined> {
  const data = bytes.subarray(start + keyword.length + 1, dataEnd);
  if (type === 'tEXt') return decodeText(data);
  // A zTXt chunk has one byte before its text, which says how it is compressed: 0, the only way there is.
  if (type === 'zTXt') return data[0] === 0 ? inflateText(data.subarray(1), inflate) : undefined;
  const text = behindLanguage(data);
  if (!text || (data[0] !== 0 && data[1] !== 0)) return undefined;
  return data[0] === 0 ? decodeText(text) : inflateText(text, inflate);
}

/** An iTXt chunk has two bytes on compression, a language and the keyword in it, each up to a NUL, before its text. */
function behindLanguage(data: Uint8Array): Uint8Array | undefined {
  const language = data.indexOf(0, 2);
  const translated = language === -1 ? -1 : data.indexOf(0, language + 1);
  return translated === -1 ? undefined : data.subarray(translated + 1);
}
