/** Broad-leaved trees: a trunk, and a crown of overlapping round tufts lit from the sun's side. */
import { fill } from '../canvas.ts';
import { mix } from '../colour.ts';
import type { Colour } from '../colour.ts';
import type { Setting } from '../setting.ts';
import { circle } from './circle.ts';
import { flat } from './flat.ts';

/** @param places foot and height of each tree, in pixels. */
export function drawTrees(
  setting: Setting,
  name: string,
  places: readonly (readonly [x: number, y: number, height: number])[],
  dark: Colour,
  light: Colour,
): void {
  const { canvas, random, sun } = setting;
  const chance = random.fork(`leaves ${name}`);
  const crowns = places.map(([x, y, height]) =>
    Array.from({ length: 9 }, (_zero, tuft) => {
      const angle = (tuft / 9) * 2 * Math.PI;
      const reach = tuft === 0 ? 0 : height * chance.between(0.1, 0.24);
      const middle = [x + reach * Math.cos(angle), y - height * 0.66 + reach * 0.9 * Math.sin(angle)] as const;
      return { middle, radius: height * chance.between(0.11, 0.18) };
    }),
  );
  const trunks = places.map(([x, y, height]) => {
    const half = Math.max(0.5, height * 0.022);
    return [
      x - half,
      y - height * 0.5,
      x + half,
      y - height * 0.5,
      x + half * 1.6,
      y + height * 0.03,
      x - half * 1.6,
      y + height * 0.03,
    ];
  });
  fill(canvas, [...trunks, ...crowns.flat().map(({ middle, radius }) => circle(middle, radius))], flat(dark));
  const side = (x: number): number => (sun[0] < x ? -1 : 1);
  const tufts = crowns
    .flat()
    .map(({ middle: [x, y], radius }) => circle([x + side(x) * radius * 0.28, y - radius * 0.3], radius * 0.62));
  fill(canvas, tufts, flat(mix(dark, light, 0.65), 0.75));
}
