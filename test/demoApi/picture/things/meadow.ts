/** Blades of grass along the lower edge, and flowers among them. */
import { fill } from '../canvas.ts';
import type { Polygon } from '../coverage.ts';
import { colour, mix } from '../colour.ts';
import type { Setting } from '../setting.ts';
import { circle } from './circle.ts';
import { flat } from './flat.ts';

const petals = ['#e8483f', '#f4b942', '#f7f1e8', '#c77ad6', '#ef7fa4'] as const;

export function drawMeadow(setting: Setting): void {
  const { canvas, palette, random, unit, theme } = setting;
  const chance = random.fork('meadow');
  const flowers = theme.things.has('flowers') ? 0.5 : theme.season === 'spring' ? 0.3 : 0.08;
  const tint = mix(colour(chance.pick(petals)), palette.near, theme.time === 'night' ? 0.6 : 0.15);
  for (const depth of [0, 0.5, 1]) {
    const blades: Polygon[] = [];
    const heads: Polygon[] = [];
    const base = canvas.height + unit * (0.015 - 0.05 * (1 - depth));
    for (let x = -unit * 0.02; x < canvas.width + unit * 0.02; x += unit * chance.between(0.0025, 0.008)) {
      const height = unit * chance.between(0.03, 0.1) * (0.55 + 0.45 * depth);
      const lean = chance.between(-0.4, 0.4) * height;
      const half = unit * 0.0016;
      const [tipX, tipY] = [x + lean, base - height];
      blades.push([
        x - half,
        base + unit * 0.05,
        x - half + lean * 0.35,
        base - height * 0.55,
        tipX,
        tipY,
        x + half + lean * 0.35,
        base - height * 0.5,
        x + half,
        base + unit * 0.05,
      ]);
      if (chance.chance(flowers * 0.35)) heads.push(circle([tipX, tipY], unit * chance.between(0.0035, 0.0075), 0.8));
    }
    fill(
      canvas,
      [...blades, [0, base, canvas.width, base, canvas.width, canvas.height + 1, 0, canvas.height + 1]],
      flat(mix(palette.near, palette.lit, 0.22 * (1 - depth))),
    );
    fill(canvas, heads, flat(mix(tint, palette.near, 0.25 * (1 - depth))));
  }
}
