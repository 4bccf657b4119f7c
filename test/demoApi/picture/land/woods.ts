/** A line of land with conifers on it, as dark as it is near. */
import { fill } from '../canvas.ts';
import { mix } from '../colour.ts';
import type { Setting } from '../setting.ts';
import { pineRow } from '../things/pine.ts';
import { fade } from './fade.ts';
import { ridge, under } from './ridge.ts';
import type { Ridge } from './ridge.ts';

export interface Wood {
  readonly name: string;
  /** 0 is close, 1 as far as one sees. */
  readonly distance: number;
  /** The row around which the ground lies, in pixels. */
  readonly base: number;
  /** How far the ground rises above it, in pixels. */
  readonly rise: number;
  /** Of the tallest trees, in pixels. */
  readonly trees: number;
  /** 0 to 1. */
  readonly density: number;
  /** Row to which the ground goes down, in pixels. */
  readonly bottom: number;
  /** Share of haze at the foot, 0 to 1. */
  readonly mist: number;
}

export function drawWood(setting: Setting, wood: Wood): Ridge {
  const { canvas, palette, random } = setting;
  const line = ridge(setting, { name: wood.name, base: wood.base, height: wood.rise, detail: 1.4, kind: 'hills' });
  const base = mix(mix(palette.near, palette.far, wood.distance), palette.haze, wood.distance * 0.3);
  const trees = pineRow(random.fork(`trees ${wood.name}`), line, canvas.width, wood.trees, wood.density);
  const top = line.top - wood.trees;
  fill(canvas, [under(line, wood.bottom), ...trees], fade(base, palette.haze, top, wood.bottom, wood.mist));
  return line;
}
