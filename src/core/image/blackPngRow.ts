/** When a row of PNG samples is black, by colour type. */
import type { PngLayout } from './readPngLayout.ts';

/** Given a row without filter (its first byte is not a pixel) and how many pixels it has. */
export type IsBlackRow = (row: Uint8Array, columns: number) => boolean;

/**
 * Black is opaque black: a black silhouette on a transparent ground has nothing but black pixels and is a picture.
 * @param palette data of `PLTE`, empty where there is none
 * @param transparency data of `tRNS`, likewise
 */
export function blackPngRow(layout: PngLayout, palette: Uint8Array, transparency: Uint8Array): IsBlackRow {
  const { bitDepth, colourType, pixelBytes } = layout;
  if (colourType === 3) return hasOnly(blackEntries(palette, transparency), bitDepth);
  if (transparency.length > 0 && transparency.every((byte) => byte === 0)) return () => false; // black is see-through
  if (bitDepth < 8) return hasOnly(new Set([0]), bitDepth);

  const sampleBytes = bitDepth / 8;
  const alphaBytes = colourType === 4 || colourType === 6 ? sampleBytes : 0;
  const pixel = new Uint8Array(pixelBytes).fill(255, pixelBytes - alphaBytes);
  return (row) => row.every((byte, at) => at === 0 || byte === pixel[(at - 1) % pixelBytes]);
}

function blackEntries(palette: Uint8Array, transparency: Uint8Array): ReadonlySet<number> {
  const entries = Array.from({ length: palette.length / 3 }, (_, index) => index);
  return new Set(
    entries.filter((index) => {
      const colour = palette.subarray(index * 3, index * 3 + 3);
      return colour.every((sample) => sample === 0) && (transparency[index] ?? 255) === 255;
    }),
  );
}

/** Whether each pixel is one of these, where several may share a byte, the first in its highest bits. */
function hasOnly(values: ReadonlySet<number>, bitDepth: number): IsBlackRow {
  const mask = 2 ** bitDepth - 1;
  return (row, columns) => {
    for (let column = 0; column < columns; column += 1) {
      const bit = column * bitDepth;
      const byte = row[1 + Math.floor(bit / 8)] ?? 0;
      if (!values.has((byte >> (8 - bitDepth - (bit % 8))) & mask)) return false;
    }
    return true;
  };
}
