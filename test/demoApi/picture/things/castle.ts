/** A castle on a rock: towers with pointed roofs, battlements and lit windows. */
import { fill } from '../canvas.ts';
import type { Polygon } from '../coverage.ts';
import { colour, mix } from '../colour.ts';
import type { Colour } from '../colour.ts';
import { fade } from '../land/fade.ts';
import type { Setting } from '../setting.ts';
import { flat } from './flat.ts';

/** Places and sizes are shares of the castle's size, from its middle: [middle, half width, top]. */
const towers = [
  [-0.34, 0.055, 0.5],
  [-0.18, 0.075, 0.74],
  [0.02, 0.09, 0.98],
  [0.2, 0.06, 0.66],
  [0.36, 0.05, 0.44],
] as const;

export function drawCastle(setting: Setting, [x, y]: readonly [number, number], size: number): void {
  const { canvas, palette, theme, sun } = setting;
  const daylight = theme.time === 'night' ? 0.12 : theme.time === 'day' ? 0.65 : 0.34;
  const tone = (code: string): Colour =>
    mix(mix(palette.near, palette.far, 0.25), mix(colour(code), palette.halo, 0.2), daylight);
  const placed = (points: readonly number[]): Polygon =>
    points.map((value, at) => (at % 2 === 0 ? x + value * size : y - value * size));
  const [wall, roof] = [tone('#cbb8a4'), tone('#7d3f4c')];

  const hill = Array.from({ length: 61 }, (_zero, step) => step / 20 - 1.5).flatMap((at) => [
    at,
    0.53 * Math.exp(-((at / 0.72) ** 4)) - 0.38,
  ]);
  const rock = mix(mix(palette.near, palette.far, 0.5), palette.haze, 0.12);
  fill(canvas, [placed([...hill, 1.5, -1, -1.5, -1])], fade(rock, palette.haze, y - size * 0.14, y + size * 0.5, 0.8));
  const bodies = towers.map(([middle, half, top]) =>
    placed([middle - half, top, middle + half, top, middle + half, 0.1, middle - half, 0.1]),
  );
  const teeth = Array.from({ length: 12 }, (_zero, index) => {
    const left = -0.34 + index * 0.06;
    return placed([left, 0.36, left + 0.03, 0.36, left + 0.03, 0.32, left, 0.32]);
  });
  fill(canvas, [placed([-0.36, 0.33, 0.38, 0.33, 0.4, 0.1, -0.38, 0.1]), ...teeth, ...bodies], flat(wall));
  const side = sun[0] < x ? 1 : -1;
  const shades = towers.map(([middle, half, top]) =>
    placed([
      middle + side * half * 0.15,
      top,
      middle + side * half,
      top,
      middle + side * half,
      0.1,
      middle + side * half * 0.15,
      0.1,
    ]),
  );
  fill(canvas, shades, flat(mix(wall, palette.near, 0.45)));
  const roofs = towers.map(([middle, half, top]) =>
    placed([middle - half * 1.35, top - 0.005, middle, top + half * 3.4, middle + half * 1.35, top - 0.005]),
  );
  fill(canvas, roofs, flat(roof));
  const windows = towers.flatMap(([middle, half, top]) =>
    [0.1, 0.24].map((down) =>
      placed([
        middle - half * 0.18,
        top - down,
        middle + half * 0.18,
        top - down,
        middle + half * 0.18,
        top - down - 0.045,
        middle - half * 0.18,
        top - down - 0.045,
      ]),
    ),
  );
  fill(canvas, windows, flat(theme.time === 'day' ? mix(wall, palette.near, 0.7) : palette.lamp));
}
