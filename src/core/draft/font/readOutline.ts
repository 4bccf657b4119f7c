/** The shape of a glyph: https://learn.microsoft.com/typography/opentype/spec/glyf */
import { bigEndian } from '../../bytes/byteOrder.ts';
import type { FontTables } from './readWoff.ts';

/** In the font's units, upwards. */
export interface OutlinePoint {
  readonly x: number;
  readonly y: number;
  /** Else the control point of a quadratic curve; between two of them lies a point of the curve. */
  readonly onCurve: boolean;
}

/** A closed line; outer ones run clockwise. */
export type Contour = readonly OutlinePoint[];

/** Of a composed glyph: how deep one may stand in another. The font's own go one deep. */
const deepest = 4;

/** None for a space. */
export function readOutline(tables: FontTables, glyph: number, depth = 0): readonly Contour[] {
  const { glyf } = tables;
  const [at, end] = [placeOf(tables, glyph), placeOf(tables, glyph + 1)];
  if (end <= at || depth > deepest) return [];
  const count = int16(glyf, at);
  return count >= 0 ? readContours(glyf, at + 10, count) : readParts(tables, at + 10, depth);
}

function placeOf({ head, loca }: FontTables, glyph: number): number {
  const isLong = bigEndian.uint16(head, 50) === 1;
  return isLong ? bigEndian.uint32(loca, glyph * 4) : bigEndian.uint16(loca, glyph * 2) * 2;
}

const flag = { onCurve: 1, shortX: 2, shortY: 4, repeat: 8, sameX: 16, sameY: 32 } as const;

function readContours(glyf: Uint8Array, start: number, count: number): readonly Contour[] {
  const ends = Array.from({ length: count }, (_, index) => bigEndian.uint16(glyf, start + index * 2));
  const total = (ends.at(-1) ?? -1) + 1;
  let at = start + count * 2;
  at += 2 + bigEndian.uint16(glyf, at);

  const flags: number[] = [];
  while (flags.length < total) {
    const one = glyf[at++] ?? 0;
    const times = one & flag.repeat ? 1 + (glyf[at++] ?? 0) : 1;
    for (let time = 0; time < times; time += 1) flags.push(one);
  }
  const coordinates = (short: number, same: number): readonly number[] => {
    let value = 0;
    return flags.slice(0, total).map((one) => {
      if (one & short) {
        value += (glyf[at++] ?? 0) * (one & same ? 1 : -1);
      } else if (!(one & same)) {
        value += int16(glyf, at);
        at += 2;
      }
      return value;
    });
  };
  const xs = coordinates(flag.shortX, flag.sameX);
  const ys = coordinates(flag.shortY, flag.sameY);
  const points = xs.map((x, index) => ({ x, y: ys[index] ?? 0, onCurve: ((flags[index] ?? 0) & flag.onCurve) !== 0 }));
  return ends.map((end, index) => points.slice(index === 0 ? 0 : (ends[index - 1] ?? 0) + 1, end + 1));
}

const part = { words: 1, offsets: 2, scale: 8, more: 32, twoScales: 64, matrix: 128 } as const;

/** A letter and its accents: each part is moved, and the font turns or shrinks a few. */
function readParts(tables: FontTables, start: number, depth: number): readonly Contour[] {
  const { glyf } = tables;
  const contours: Contour[] = [];
  let at = start;
  for (let flags: number = part.more; flags & part.more;) {
    flags = bigEndian.uint16(glyf, at);
    const outline = readOutline(tables, bigEndian.uint16(glyf, at + 2), depth + 1);
    at += 4;
    const isWide = (flags & part.words) !== 0;
    const argument = (index: number): number =>
      isWide ? int16(glyf, at + index * 2) : ((glyf[at + index] ?? 0) << 24) >> 24;
    const [dx, dy] = flags & part.offsets ? [argument(0), argument(1)] : [0, 0];
    at += isWide ? 4 : 2;
    const fixed = (index: number): number => int16(glyf, at + index * 2) / 0x4000;
    let [xx, xy, yx, yy] = [1, 0, 0, 1];
    if (flags & part.scale) [xx, yy, at] = [fixed(0), fixed(0), at + 2];
    else if (flags & part.twoScales) [xx, yy, at] = [fixed(0), fixed(1), at + 4];
    else if (flags & part.matrix) [xx, xy, yx, yy, at] = [fixed(0), fixed(1), fixed(2), fixed(3), at + 8];
    for (const contour of outline) {
      contours.push(
        contour.map(({ x, y, onCurve }) => ({ x: x * xx + y * yx + dx, y: x * xy + y * yy + dy, onCurve })),
      );
    }
  }
  return contours;
}

function int16(bytes: Uint8Array, at: number): number {
  return (bigEndian.uint16(bytes, at) << 16) >> 16;
}
