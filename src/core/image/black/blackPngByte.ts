/** When a byte of a PNG's pixels is black, by colour type. */
import type { PngLayout } from './readPngLayout.ts';

/**
 * @param value the byte, no longer filtered
 * @param at its place in its row, from 0
 * @param columns how many pixels the row has
 */
export type IsBlackByte = (value: number, at: number, columns: number) => boolean;

/**
 * Black is opaque black: a black silhouette on a transparent ground has nothing but black pixels and is a picture.
 * @param palette data of `PLTE`, empty where there is none
 * @param transparency data of `tRNS`, likewise
 */
export function blackPngByte(layout: PngLayout, palette: Uint8Array, transparency: Uint8Array): IsBlackByte {
  const { bitDepth, colourType, pixelBytes } = layout;
  if (colourType === 3) return hasOnly(blackEntries(palette, transparency), bitDepth);
  const isBlackSeeThrough = transparency.length > 0 && transparency.every((byte) => byte === 0);
  if (isBlackSeeThrough) return () => false;
  if (bitDepth < 8) return hasOnly(new Set([0]), bitDepth);

  const alphaBytes = colourType === 4 || colourType === 6 ? bitDepth / 8 : 0;
  const black = new Uint8Array(pixelBytes).fill(255, pixelBytes - alphaBytes);
  return (value, at) => value === black[at % pixelBytes];
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

/** Several pixels may share a byte, the first in its highest bits; the last byte of a row need not be full. */
function hasOnly(values: ReadonlySet<number>, bitDepth: number): IsBlackByte {
  const perByte = 8 / bitDepth;
  const mask = 2 ** bitDepth - 1;
  return (value, at, columns) => {
    const here = Math.min(perByte, columns - at * perByte);
    for (let index = 1; index <= here; index += 1) {
      if (!values.has((value >> (8 - index * bitDepth)) & mask)) return false;
    }
    return true;
  };
}
