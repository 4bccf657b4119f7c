/** Lines against which land ends: a row for each column of the picture. */
import type { Polygon } from '../coverage.ts';
import { layered } from '../noise.ts';
import type { Setting } from '../setting.ts';

export interface Ridge {
  /** The row, in pixels, where the land begins at a column; columns outside count as the nearest one. */
  at(x: number): number;
  /** Smallest row, in pixels. */
  readonly top: number;
  readonly rows: Float32Array;
}

export interface Shape {
  /** Makes it different from other ridges of the same picture. */
  readonly name: string;
  /** The row around which it lies, in pixels. */
  readonly base: number;
  /** How far it rises above, in pixels. */
  readonly height: number;
  /** Ups and downs in the length of a unit. */
  readonly detail: number;
  /** `hills` are round, `peaks` pointed, `dunes` steep on one side. */
  readonly kind: 'hills' | 'peaks' | 'dunes';
}

export function ridge(setting: Setting, shape: Shape): Ridge {
  const { canvas, unit } = setting;
  const chance = setting.random.fork(`ridge ${shape.name}`);
  const shift = chance.between(0, 200);
  const profile = profiles[shape.kind];
  const rows = Float32Array.from({ length: canvas.width + 1 }, (_zero, x) => {
    const u = ((x - canvas.width / 2) / unit) * shape.detail + shift;
    return shape.base - shape.height * profile(setting, u, shift);
  });
  return ridgeOf(rows);
}

export function ridgeOf(rows: Float32Array): Ridge {
  const last = rows.length - 1;
  return {
    at: (x) => rows[Math.min(last, Math.max(0, Math.round(x)))] ?? 0,
    top: rows.reduce((least, row) => Math.min(least, row), Infinity),
    rows,
  };
}

/** Height at a place, about 0 to 1. */
const profiles: Readonly<Record<Shape['kind'], (setting: Setting, u: number, v: number) => number>> = {
  hills: ({ noise }, u, v) => 0.5 + 0.75 * layered(noise, u, v, 3),
  peaks: ({ noise }, u, v) => {
    // Tents between random heights, roughened: pointed tops without a regular step.
    const bent = u + 0.35 * noise(u * 1.7, v + 5);
    const tents = tent(bent, v, noise) * 0.72 + tent(bent * 2.3 + 7, v + 3, noise) * 0.2;
    return tents + 0.1 * layered(noise, u * 7, v, 4) + 0.08;
  },
  dunes: ({ noise }, u, v) => {
    const bent = u + 0.45 * noise(u * 0.6, v);
    const phase = bent - Math.floor(bent);
    const long = phase < 0.68 ? phase / 0.68 : (1 - phase) / 0.32;
    const swell = long * long * (3 - 2 * long);
    return swell * (0.55 + 0.45 * noise(Math.floor(bent) * 3.7, v)) + 0.2 * noise(u * 0.5, v + 9);
  },
};

function tent(u: number, v: number, noise: Setting['noise']): number {
  const left = Math.floor(u);
  const height = (index: number): number => 0.66 + 0.62 * noise(index * 5.31 + 0.5, v + 0.37);
  const phase = u - left;
  const valley = 0.12;
  const [from, to] = [height(left), height(left + 1)];
  // Down from one top to the valley and up to the next, a little hollow as slopes are.
  return phase < 0.5
    ? valley + (from - valley) * (1 - 2 * phase) ** 1.3
    : valley + (to - valley) * (2 * phase - 1) ** 1.3;
}

/** Everything between a ridge and a row below it. */
export function under({ rows }: Ridge, bottom: number): Polygon {
  const points = new Float64Array((rows.length + 2) * 2);
  for (const [x, row] of rows.entries()) {
    points[x * 2] = x;
    points[x * 2 + 1] = Math.min(row, bottom);
  }
  points.set([rows.length - 1, bottom, 0, bottom], rows.length * 2);
  return points;
}
