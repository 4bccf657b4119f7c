/** Which glyph draws a character: https://learn.microsoft.com/typography/opentype/spec/cmap */
import { bigEndian } from '../../bytes/byteOrder.ts';

const { uint16, uint32 } = bigEndian;

/** Glyph number by code point. Reads format 4, which is all that the font's files have. */
export function readCharacterMap(cmap: Uint8Array): ReadonlyMap<number, number> {
  const map = new Map<number, number>();
  for (let record = 0; record < uint16(cmap, 2); record += 1) {
    const table = uint32(cmap, 8 + record * 8);
    if (uint16(cmap, table) === 4) readSegments(cmap, table, map);
  }
  map.delete(0xffff);
  return map;
}

function readSegments(cmap: Uint8Array, table: number, map: Map<number, number>): void {
  const twice = uint16(cmap, table + 6);
  const ends = table + 14;
  const starts = ends + twice + 2;
  for (let at = 0; at < twice; at += 2) {
    const first = uint16(cmap, starts + at);
    const delta = uint16(cmap, starts + twice + at);
    const offsetAt = starts + twice * 2 + at;
    const offset = uint16(cmap, offsetAt);
    for (let code = first; code <= uint16(cmap, ends + at); code += 1) {
      const listed = offset === 0 ? code : uint16(cmap, offsetAt + offset + (code - first) * 2);
      const glyph = offset !== 0 && listed === 0 ? 0 : (listed + delta) & 0xffff;
      if (glyph !== 0) map.set(code, glyph);
    }
  }
}
