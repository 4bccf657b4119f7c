/** Whose a text in a PNG file is: https://www.w3.org/TR/png-3/#11textinfo */
import { decodeLatin1 } from '../../bytes/latin1.ts';
import type { PngChunk } from '../../image/pngChunks.ts';

export const textChunks: ReadonlySet<string> = new Set(['tEXt', 'zTXt', 'iTXt']);

/** `parameters` is what image programs have agreed on, `depict` our own. */
export const pngKeyword = { parameters: 'parameters', json: 'depict', xmp: 'XML:com.adobe.xmp' } as const;

/** Up to the NUL behind it; a keyword has 1 to 79 characters. */
export function readKeyword(bytes: Uint8Array, { start, dataEnd }: PngChunk): string {
  return decodeLatin1(bytes, start, Math.min(80, dataEnd - start)).split('\0', 1)[0] ?? '';
}
