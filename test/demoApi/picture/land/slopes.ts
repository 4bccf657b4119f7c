/** Open land in the light: dunes and meadows, bright where they face the sun and soft where they turn away. */
import { fill } from '../canvas.ts';
import { mix } from '../colour.ts';
import type { Colour } from '../colour.ts';
import { layered } from '../noise.ts';
import type { Setting } from '../setting.ts';
import { smooth } from '../smooth.ts';
import { ridge, under } from './ridge.ts';
import type { Ridge } from './ridge.ts';

export interface Slope {
  readonly name: string;
  readonly kind: 'hills' | 'dunes';
  /** 0 is close, 1 as far as one sees. */
  readonly distance: number;
  /** The row around which it lies, in pixels. */
  readonly base: number;
  /** In pixels. */
  readonly height: number;
  readonly detail: number;
  readonly bottom: number;
  readonly lit: Colour;
  readonly shade: Colour;
}

export function drawSlope(setting: Setting, slope: Slope): Ridge {
  const { canvas, noise, unit, palette, sun, random } = setting;
  const line = ridge(setting, slope);
  const reach = unit * 0.012;
  const tilts = Float32Array.from(
    { length: canvas.width + 1 },
    (_zero, x) => (line.at(x + reach) - line.at(x - reach)) / (2 * reach),
  );
  const shift = random.fork(slope.name).between(0, 50);
  const side = sun[0] < canvas.width / 2 ? 1 : -1;
  const sharp = slope.kind === 'dunes' ? 0.16 : 0.4;
  const pale = slope.distance * 0.5;
  const [lit, shade] = [mix(slope.lit, palette.haze, pale), mix(slope.shade, palette.haze, pale)];
  const grain = slope.kind === 'dunes' ? 60 : 26;

  fill(canvas, [under(line, slope.bottom)], (x, y, ink) => {
    const depth = (y - line.at(x)) / unit;
    const drift = depth * (slope.kind === 'dunes' ? 1.1 : 0.5) * side;
    const wander = 0.05 * noise((x / unit) * 4 + shift, (y / unit) * 7);
    const column = Math.min(
      canvas.width,
      Math.max(0, Math.round(x - (drift + wander * Math.min(1, depth * 8)) * unit)),
    );
    const texture =
      noise((x / unit) * grain * 0.5 + shift, (y / unit) * grain * 1.6) * 0.5 +
      layered(noise, (x / unit) * 5, (y / unit) * 9 + shift, 2);
    const facing = (tilts[column] ?? 0) * -side;
    const light = Math.min(
      1,
      Math.max(0, smooth(-sharp, sharp, facing) * 0.85 + 0.09 + texture * 0.1 + 0.2 * smooth(0.02, 0, depth)),
    );
    const foot = 0.45 * (0.4 + slope.distance) * smooth(0.3, 1, (y - line.top) / Math.max(1, slope.bottom - line.top));
    ink.red = shade[0] + (lit[0] - shade[0]) * light;
    ink.green = shade[1] + (lit[1] - shade[1]) * light;
    ink.blue = shade[2] + (lit[2] - shade[2]) * light;
    ink.red += (palette.haze[0] - ink.red) * foot;
    ink.green += (palette.haze[1] - ink.green) * foot;
    ink.blue += (palette.haze[2] - ink.blue) * foot;
  });
  return line;
}
