/** A small house with a pitched roof, lit windows and smoke from its chimney. */
import { fill, shine } from '../canvas.ts';
import { colour, mix } from '../colour.ts';
import type { Colour } from '../colour.ts';
import type { Setting } from '../setting.ts';
import { smooth } from '../smooth.ts';
import { circle } from './circle.ts';
import { flat } from './flat.ts';

/** @param foot middle of the front wall, on the ground. @param size width of the house. In pixels. */
export function drawCabin(setting: Setting, [x, y]: readonly [number, number], size: number): void {
  const { canvas, palette, theme, random } = setting;
  const daylight = theme.time === 'night' ? 0.14 : theme.time === 'day' ? 0.75 : 0.4;
  const tone = (code: string): Colour => mix(palette.near, mix(colour(code), palette.halo, 0.15), daylight);
  const snowy = theme.season === 'winter';
  const at = (points: readonly number[]): number[] =>
    points.map((value, index) => (index % 2 === 0 ? x : y) + value * size);

  drawSmoke(setting, [x + size * 0.24, y - size * 0.92], size);
  fill(canvas, [at([0.19, -0.9, 0.29, -0.9, 0.29, -0.55, 0.19, -0.55])], flat(tone('#7a4a3c')));
  fill(canvas, [at([-0.45, -0.42, 0.45, -0.42, 0.45, 0.03, -0.45, 0.03])], flat(tone('#a9714b')));
  fill(canvas, [at([-0.45, -0.42, 0, -0.42, 0, 0.03, -0.45, 0.03])], flat(tone('#8f5c3f')));
  fill(
    canvas,
    [at([-0.6, -0.4, -0.3, -0.82, 0.36, -0.82, 0.6, -0.4])],
    flat(snowy ? tone('#eef3f8') : tone('#6b3733')),
  );
  fill(canvas, [at([-0.08, -0.28, 0.08, -0.28, 0.08, 0.03, -0.08, 0.03])], flat(tone('#5a3a2c')));
  const glass = theme.time === 'day' ? tone('#bcd7e6') : mix(palette.lamp, colour('#fff0c8'), 0.3);
  for (const left of [-0.34, 0.18]) {
    fill(canvas, [at([left, -0.3, left + 0.16, -0.3, left + 0.16, -0.12, left, -0.12])], flat(glass));
    fill(
      canvas,
      [at([left + 0.07, -0.3, left + 0.09, -0.3, left + 0.09, -0.12, left + 0.07, -0.12])],
      flat(tone('#5a3a2c')),
    );
  }
  if (theme.time !== 'day') {
    shine(canvas, [x, y - size * 0.2], size * 1.1, palette.lamp, (distance) => 0.2 * (1 - distance) ** 2.2);
  }
  const chance = random.fork('bush');
  const bushes = Array.from({ length: 6 }, () =>
    circle([x + chance.between(-0.62, 0.62) * size, y + 0.03 * size], size * chance.between(0.03, 0.08)),
  );
  fill(canvas, bushes, flat(mix(palette.near, palette.lit, 0.12)));
}

function drawSmoke({ canvas, palette, random, theme }: Setting, [x, y]: readonly [number, number], size: number): void {
  const chance = random.fork('smoke');
  const tint = mix(palette.haze, palette.cloudLight, 0.5);
  const strength = theme.time === 'night' ? 0.05 : 0.1;
  for (let puff = 0; puff < 16; puff += 1) {
    const rise = puff / 15;
    const middle = [x + size * (0.5 * rise ** 1.5 + 0.07 * chance.between(-1, 1)), y - size * 1.3 * rise] as const;
    const radius = size * (0.05 + 0.17 * rise);
    fill(canvas, [circle(middle, radius)], (px, py, ink) => {
      const distance = Math.sqrt((px - middle[0]) ** 2 + (py - middle[1]) ** 2) / radius;
      Object.assign(ink, {
        red: tint[0],
        green: tint[1],
        blue: tint[2],
        opacity: strength * 2.4 * (1 - rise) * smooth(1, 0.1, distance),
      });
    });
  }
}
