/** Whether every pixel of a PNG is opaque black. */
import { blackPngByte, type IsBlackByte } from './blackPngByte.ts';
import type { Inflate } from '../inflate.ts';
import { judgePngPixels } from './judgePngPixels.ts';
import { pngChunks } from '../pngChunks.ts';
import { readPngLayout, type PngLayout } from './readPngLayout.ts';

/** No service draws more. Going through a file that was made to inflate to terabytes would never end. */
const maxPixels = 2 ** 28;
const maxWidth = 2 ** 16;

/**
 * How much of the compressed pixels is tried first: the code tables in front take up to some 300 bytes, what follows
 * tells nearly every picture from a black one.
 */
const firstLookBytes = 512;

/** False also when the pixels are damaged. */
export async function isBlackPng(bytes: Uint8Array, inflate: Inflate): Promise<boolean> {
  const { layout, isBlackByte, compressed } = readParts(bytes);
  const [first] = compressed;
  if (!layout || !first || layout.width > maxWidth || layout.width * layout.height > maxPixels) return false;

  const look = async (pieces: readonly Uint8Array[]): Promise<boolean | undefined> => {
    const judge = judgePngPixels(layout, isBlackByte);
    await inflate(pieces, judge.onBytes);
    return judge.verdict();
  };
  try {
    return (await look([first.subarray(0, firstLookBytes)])) ?? (await look(compressed)) ?? false;
  } catch {
    return false;
  }
}

interface Parts {
  readonly layout: PngLayout | undefined;
  readonly isBlackByte: IsBlackByte;
  readonly compressed: readonly Uint8Array[];
}

function readParts(bytes: Uint8Array): Parts {
  let layout;
  let palette: Uint8Array = new Uint8Array();
  let transparency: Uint8Array = new Uint8Array();
  const compressed: Uint8Array[] = [];
  for (const { type, start, dataEnd } of pngChunks(bytes)) {
    const data = bytes.subarray(start, dataEnd);
    if (type === 'IHDR') layout = readPngLayout(bytes, start);
    if (type === 'PLTE') palette = data;
    if (type === 'tRNS') transparency = data;
    if (type === 'IDAT' && data.length > 0) compressed.push(data);
  }
  return { layout, isBlackByte: layout ? blackPngByte(layout, palette, transparency) : () => false, compressed };
}
