/** A rocky headland that comes in from one side and falls into the sea. */
import { fill } from '../canvas.ts';
import { mix } from '../colour.ts';
import type { Colour } from '../colour.ts';
import { layered } from '../noise.ts';
import type { Setting } from '../setting.ts';
import { smooth } from '../smooth.ts';
import { ridgeOf, under } from './ridge.ts';
import type { Ridge } from './ridge.ts';

export interface Headland {
  readonly name: string;
  readonly fromLeft: boolean;
  /** Column where it ends, in pixels. */
  readonly tip: number;
  /** Rows of its top and of the water at its foot, in pixels. */
  readonly top: number;
  readonly foot: number;
  /** 0 is close, 1 as far as one sees. */
  readonly distance: number;
}

export function drawHeadland(setting: Setting, headland: Headland): Ridge {
  const { canvas, noise, unit, palette, sun, random } = setting;
  const { tip, top, foot, fromLeft, distance } = headland;
  const shift = random.fork(headland.name).between(0, 100);
  const inland = fromLeft ? tip : canvas.width - tip;
  // Under the row where the land is cut off, so that nothing of it shows in the open water.
  const beyond = foot + unit * 0.01 + 1;
  const rows = Float32Array.from({ length: canvas.width + 1 }, (_zero, x) => {
    const away = (fromLeft ? tip - x : x - tip) / Math.max(1, inland);
    if (away < -0.02) return beyond;
    const rise = smooth(-0.02, 0.1, away) * 0.55 + smooth(0.06, 0.34, away) * 0.45;
    const rough = layered(noise, (x / unit) * 7 + shift, shift, 4);
    return beyond - (beyond - top) * (rise * (1 + 0.12 * rough) + 0.12 * smooth(0.3, 1, away));
  });
  const line = ridgeOf(rows);
  const base = mix(mix(palette.near, palette.far, distance), palette.haze, distance * 0.25);
  const lit = mix(base, palette.lit, 0.5 - 0.25 * distance);
  const side = sun[0] < tip ? -1 : 1;
  const shore = (x: number): number => foot + unit * 0.004 * noise((x / unit) * 22, shift);
  drawReflection(setting, rows, foot, base);
  fill(canvas, [under(line, foot + unit * 0.004)], (x, y, ink) => {
    const depth = (y - line.at(x)) / unit;
    const [u, v] = [x / unit + shift, y / unit];
    // Broken rock: cracks that lean, blocks between them, each with a bright and a dark side.
    const bent = u + v * 0.45 + 0.03 * noise(u * 12, v * 12);
    const crack = noise(bent * 26, v * 9) * 0.55 + noise(bent * 61, v * 24 + 5) * 0.3 + noise(bent * 9, v * 5) * 0.5;
    const grass = smooth(0.02, 0.006, depth + crack * 0.012);
    const turned = smooth(0.16, 0, ((fromLeft ? tip - x : x - tip) / unit) * (side === (fromLeft ? 1 : -1) ? 1 : 9));
    const light = Math.min(1, smooth(-0.35, 0.75, crack) * 0.5 + turned * 0.35 + grass * 0.5);
    const wet = smooth(0.022, 0, (shore(x) - y) / unit) * 0.5;
    ink.red = (base[0] + (lit[0] - base[0]) * light) * (1 - wet);
    ink.green = (base[1] + (lit[1] - base[1]) * light) * (1 - wet);
    ink.blue = (base[2] + (lit[2] - base[2]) * light) * (1 - wet);
    ink.opacity = smooth(0.6, -0.6, y - shore(x));
  });
  return line;
}

/** The headland upside down in the water before it, paler with every row, and broken into strips by the waves. */
function drawReflection({ canvas, noise, unit }: Setting, rows: Float32Array, foot: number, tint: Colour): void {
  const mirrored = new Float64Array((rows.length + 2) * 2);
  for (const [x, row] of rows.entries()) mirrored.set([x, foot + Math.max(0, foot - row) * 0.7], x * 2);
  mirrored.set([rows.length - 1, foot, 0, foot], rows.length * 2);
  fill(canvas, [mirrored], (x, y, ink) => {
    const down = (y - foot) / unit;
    const strip = noise((x / unit) * 3, (y / unit) * 70) * 0.5 + noise((x / unit) * 9, (y / unit) * 130) * 0.3;
    ink.red = tint[0];
    ink.green = tint[1];
    ink.blue = tint[2];
    ink.opacity = 0.62 * smooth(0.34, 0, down) * smooth(-0.75, 0.1 - down, strip);
  });
}
