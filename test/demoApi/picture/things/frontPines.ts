/** Dark conifers in the corners of the foreground, which leave the middle open. */
import { fill } from '../canvas.ts';
import type { Polygon } from '../coverage.ts';
import { ridge, under } from '../land/ridge.ts';
import type { Setting } from '../setting.ts';
import { flat } from './flat.ts';
import { pine } from './pine.ts';

export function drawFrontPines(setting: Setting): void {
  const { canvas, palette, random, unit } = setting;
  const chance = random.fork('front');
  const ground = ridge(setting, {
    name: 'front',
    base: canvas.height * 1.03,
    height: unit * 0.12,
    detail: 1.1,
    kind: 'hills',
  });
  const trees: Polygon[] = [];
  const taller = chance.chance(0.5) ? 'left' : 'right';
  for (const side of ['left', 'right'] as const) {
    const tallest = unit * (side === taller ? 0.62 : 0.36);
    const count = side === taller ? 6 : 4;
    for (let index = 0; index < count; index += 1) {
      const inward = canvas.width * (0.02 + (0.3 * (index + chance.between(-0.35, 0.35))) / count);
      const x = side === 'left' ? inward : canvas.width - inward;
      const height = tallest * (1 - 0.62 * (index / count)) * chance.between(0.8, 1.05);
      trees.push(pine(chance, x, ground.at(x) + unit * 0.02, height));
    }
  }
  fill(canvas, [under(ground, canvas.height + 1), ...trees], flat(palette.near));
}
