/** PNG: the text in `parameters`, the JSON in `depict`, as text chunks. https://www.w3.org/TR/png-3/#11textinfo */
import { cutOut } from '../../bytes/cutOut.ts';
import { encodeUtf8 } from '../../bytes/encodeUtf8.ts';
import { joinBytes } from '../../bytes/joinBytes.ts';
import { encodeLatin1 } from '../../bytes/latin1.ts';
import { pngChunk } from '../../image/pngChunk.ts';
import { pngChunks } from '../../image/pngChunks.ts';
import type { Embed } from '../embed.ts';
import { pngKeyword, readKeyword, textChunks } from './pngKeyword.ts';

/** Right behind `IHDR`: programs that read only the head (Pillow before it loads the pixels) find it there. */
export const embedInPng: Embed = (bytes, { parameters, json }) => {
  const chunks = [...pngChunks(bytes)];
  const [header] = chunks;
  if (header?.type !== 'IHDR' || chunks.at(-1)?.type !== 'IEND') return [bytes];

  const texts = chunks
    .filter(({ type }) => textChunks.has(type))
    .map((chunk) => ({ chunk, keyword: readKeyword(bytes, chunk) }));
  const isOurs = texts.some(({ keyword }) => keyword === pngKeyword.json);
  const isForeign = !isOurs && texts.some(({ keyword }) => keyword === pngKeyword.parameters);
  const replaced = texts.filter(
    ({ keyword }) => isOurs && (keyword === pngKeyword.json || keyword === pngKeyword.parameters),
  );

  return [
    bytes.subarray(0, header.end),
    ...(isForeign ? [] : [textChunk(pngKeyword.parameters, parameters)]),
    internationalTextChunk(pngKeyword.json, json),
    ...cutOut(
      bytes,
      { at: header.end, end: bytes.length },
      replaced.map(({ chunk }) => chunk),
    ),
  ];
};

/** `tEXt` holds Latin-1 only, but every reader knows it; Pillow chooses between the two in the same way. */
function textChunk(keyword: string, text: string): Uint8Array {
  const isLatin1 = /^[\n\x20-\x7e\xa0-\xff]*$/.test(text);
  return isLatin1 ? pngChunk('tEXt', encodeLatin1(`${keyword}\0${text}`)) : internationalTextChunk(keyword, text);
}

/** UTF-8, uncompressed, with language and translated keyword left empty. */
function internationalTextChunk(keyword: string, text: string): Uint8Array {
  return pngChunk('iTXt', joinBytes(encodeLatin1(`${keyword}\0\0\0\0\0`), encodeUtf8(text)));
}
