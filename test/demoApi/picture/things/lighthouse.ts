/** A lighthouse: a striped tower with gallery, lantern and dome, and at dark the beams of its lamp. */
import { fill, shine } from '../canvas.ts';
import type { Paint } from '../canvas.ts';
import { adjust, colour, mix } from '../colour.ts';
import type { Colour } from '../colour.ts';
import type { Setting } from '../setting.ts';
import { smooth } from '../smooth.ts';
import { circle } from './circle.ts';
import { flat } from './flat.ts';

/** @param foot where it stands. @param height up to the tip of the dome. In pixels. */
export function drawLighthouse(setting: Setting, foot: readonly [number, number], height: number): void {
  const { canvas, palette, theme, sun } = setting;
  const [x, y] = foot;
  const lamp: readonly [number, number] = [x, y - height * 0.86];
  const bright = theme.time !== 'day' && theme.time !== 'dawn';
  if (bright) drawBeams(setting, lamp, height);

  const daylight = theme.time === 'night' ? 0.2 : theme.time === 'day' ? 0.85 : 0.5;
  const tone = (code: string): Colour => mix(palette.near, mix(colour(code), palette.halo, 0.18), daylight);
  const [white, red, metal] = [tone('#f7f1e6'), tone('#c8372f'), tone('#3a3f4a')];
  const side = sun[0] < x ? -1 : 1;
  const [bottomHalf, topHalf] = [height * 0.105, height * 0.066];
  const towerTop = y - height * 0.78;
  const round =
    (base: (row: number) => Colour): Paint =>
    (px, py, ink) => {
      const half = bottomHalf + ((topHalf - bottomHalf) * (y - py)) / (y - towerTop);
      const shade = 0.5 + 0.62 * smooth(-1.2, 1, ((px - x) / half) * side);
      const [r, g, b] = base(py);
      Object.assign(ink, { red: r * shade, green: g * shade, blue: b * shade });
    };
  const band = (row: number): Colour => (Math.floor(((y - row) / (y - towerTop)) * 5) % 2 === 1 ? red : white);
  const box = (half: number, from: number, to: number): number[] => {
    const [upper, lower] = [y - height * to, y - height * from];
    return [x - half, upper, x + half, upper, x + half, lower, x - half, lower];
  };

  fill(canvas, [[x - topHalf, towerTop, x + topHalf, towerTop, x + bottomHalf, y, x - bottomHalf, y]], round(band));
  const window = height * 0.012;
  for (const level of [0.18, 0.42, 0.64])
    fill(canvas, [box(window, level, level + 0.045)], flat(mix(metal, palette.near, 0.5)));
  fill(
    canvas,
    [box(topHalf * 1.5, 0.775, 0.797), box(topHalf * 1.25, 0.755, 0.78)],
    round(() => metal),
  );
  fill(
    canvas,
    [box(topHalf * 0.86, 0.797, 0.905)],
    flat(bright ? adjust(palette.lamp, { lightness: 1.25 }) : mix(white, palette.sky[1] ?? white, 0.45)),
  );
  const posts = [-0.86, -0.3, 0.3, 0.86].map((at) => {
    const post = x + topHalf * at;
    const half = Math.max(0.5, height * 0.006);
    return [
      post - half,
      y - height * 0.905,
      post + half,
      y - height * 0.905,
      post + half,
      y - height * 0.797,
      post - half,
      y - height * 0.797,
    ];
  });
  const rail = [-1.45, -0.73, 0, 0.73, 1.45].map((at) => {
    const post = x + topHalf * at;
    const half = Math.max(0.4, height * 0.003);
    return [
      post - half,
      y - height * 0.84,
      post + half,
      y - height * 0.84,
      post + half,
      y - height * 0.79,
      post - half,
      y - height * 0.79,
    ];
  });
  fill(canvas, [...posts, ...rail, box(topHalf * 1.5, 0.837, 0.843)], flat(metal));
  const dome = Array.from({ length: 13 }, (_zero, at) => (at / 12) * Math.PI).flatMap((angle) => [
    x - topHalf * 1.05 * Math.cos(angle),
    y - height * (0.905 + 0.06 * Math.sin(angle)),
  ]);
  fill(
    canvas,
    [dome, circle([x, y - height * 0.972], height * 0.012), box(height * 0.003, 0.96, 1.01)],
    round(() => red),
  );
  if (bright) shine(canvas, lamp, height * 0.42, palette.lamp, (distance) => 0.75 * (1 - distance) ** 3);
}

/** Two beams, one towards the open side and a shorter one away from it, fading with distance and to their rims. */
function drawBeams({ canvas, palette, theme }: Setting, [x, y]: readonly [number, number], height: number): void {
  const open = x < canvas.width / 2 ? 1 : -1;
  const strength = theme.time === 'night' ? 0.5 : 0.34;
  for (const [direction, length, tilt] of [
    [open, height * 4.2, -0.1],
    [-open, height * 1.8, 0.05],
  ] as const) {
    const end = x + direction * length;
    const widest = length * 0.085;
    const middle = y + tilt * length;
    fill(canvas, [[x, y - 1, end, middle - widest, end, middle + widest, x, y + 1]], (px, py, ink) => {
      const along = Math.min(1, Math.abs(px - x) / length);
      const off = Math.abs(py - (y + (middle - y) * along)) / (widest * along + 1);
      const [red, green, blue] = palette.lamp;
      Object.assign(ink, {
        red: red * 1.2,
        green: green * 1.2,
        blue: blue * 1.2,
        opacity: strength * (1 - along) ** 1.6 * smooth(1, 0, off),
      });
    });
  }
}
