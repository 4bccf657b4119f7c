/** A sailing boat, with its reflection when it floats. */
import { fill } from '../canvas.ts';
import type { Polygon } from '../coverage.ts';
import { colour, mix } from '../colour.ts';
import type { Setting } from '../setting.ts';
import { flat } from './flat.ts';

/** @param waterline middle of the hull. @param size height of the mast. In pixels. */
export function drawBoat(setting: Setting, [x, y]: readonly [number, number], size: number): void {
  const { canvas, palette, theme, random } = setting;
  const daylight = theme.time === 'night' ? 0.3 : 0.78;
  const heading = random.fork('boat').chance(0.5) ? 1 : -1;
  const sail = mix(palette.near, mix(colour('#fdf6ea'), palette.halo, 0.22), daylight);
  const parts = [
    {
      colour: mix(palette.near, colour('#8c4a36'), daylight * 0.4),
      points: [-0.36, -0.1, 0.42, -0.13, 0.26, 0.02, -0.24, 0.02],
    },
    {
      colour: mix(palette.near, colour('#5a4436'), daylight * 0.4),
      points: [-0.012, -1, 0.012, -1, 0.014, -0.1, -0.014, -0.1],
    },
    { colour: mix(sail, palette.near, 0.14), points: [-0.03, -0.94, -0.1, -0.55, -0.31, -0.17, -0.03, -0.18] },
    { colour: sail, points: [0.03, -0.97, 0.16, -0.6, 0.37, -0.2, 0.03, -0.18] },
  ];
  const placed = (points: readonly number[], up: number): Polygon =>
    points.map((value, at) => (at % 2 === 0 ? x + heading * value * size : y + up * value * size));
  for (const part of parts) fill(canvas, [placed(part.points, -0.8)], flat(part.colour, 0.28));
  for (const part of parts) fill(canvas, [placed(part.points, 1)], flat(part.colour));
}
