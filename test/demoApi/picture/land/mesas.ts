/** Table mountains: flat tops, steep walls, broken stone at the foot. */
import { fill } from '../canvas.ts';
import { mix } from '../colour.ts';
import { layered } from '../noise.ts';
import type { Setting } from '../setting.ts';
import { smooth } from '../smooth.ts';
import { fade } from './fade.ts';
import { ridgeOf, under } from './ridge.ts';

/** @param distance 0 is close, 1 as far as one sees. Height in pixels. */
export function drawMesas(setting: Setting, name: string, distance: number, height: number): void {
  const { canvas, palette, noise, horizon, unit, random } = setting;
  const shift = random.fork(name).between(0, 100);
  const rows = Float32Array.from({ length: canvas.width + 1 }, (_zero, x) => {
    const u = (x / unit) * 2.1 + shift;
    const table = layered(noise, u, shift, 2);
    const rise = 0.7 * smooth(0.1, 0.15, table) + 0.2 * smooth(0.24, 0.27, table) + 0.22 * smooth(-0.12, 0.12, table);
    return horizon + 2 - height * rise * (1 + 0.05 * noise(u * 14, 2));
  });
  const line = ridgeOf(rows);
  const base = mix(mix(palette.near, palette.far, distance), palette.haze, distance * 0.3);
  fill(
    canvas,
    [under(line, horizon + unit * 0.15)],
    fade(mix(base, palette.lit, 0.2), palette.haze, line.top, horizon, 0.6),
  );
}
