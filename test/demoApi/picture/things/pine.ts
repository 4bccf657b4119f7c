/** Conifers: a trunk and ragged tiers of branches, and rows of them along a ridge. */
import type { Polygon } from '../coverage.ts';
import type { Ridge } from '../land/ridge.ts';
import type { Random } from '../random.ts';

/** Both sides of the outline go from the top down, each branch reaching out and coming back. Sizes in pixels. */
export function pine(random: Random, x: number, foot: number, height: number): Polygon {
  const tiers = Math.max(4, Math.min(15, Math.round(height / 7)));
  const spread = height * random.between(0.16, 0.23);
  const left: number[] = [];
  const right: number[] = [];
  const lean = random.between(-0.02, 0.02) * height;
  for (let tier = 1; tier <= tiers; tier += 1) {
    const share = tier / tiers;
    const y = foot - height + height * 0.94 * share;
    const middle = x + lean * (1 - share);
    const reach = spread * (0.12 + 0.88 * share ** 0.9);
    const drop = (height / tiers) * 0.5;
    left.push(middle - reach * random.between(0.75, 1.1), y + drop * random.between(0.5, 1), middle - reach * 0.5, y);
    right.push(middle + reach * random.between(0.75, 1.1), y + drop * random.between(0.5, 1), middle + reach * 0.5, y);
  }
  const trunk = Math.max(0.6, height * 0.018);
  const up = pairs(left).toReversed().flat();
  return [
    x + lean,
    foot - height,
    ...right,
    x + trunk,
    foot,
    x + trunk,
    foot + height * 0.1,
    x - trunk,
    foot + height * 0.1,
    x - trunk,
    foot,
    ...up,
  ];
}

function pairs(points: readonly number[]): number[][] {
  return Array.from({ length: points.length / 2 }, (_zero, index) => points.slice(index * 2, index * 2 + 2));
}

/** @param height of the tallest, in pixels. @param density 0 to 1, groups and gaps included. */
export function pineRow(random: Random, ridge: Ridge, width: number, height: number, density: number): Polygon[] {
  const trees: Polygon[] = [];
  let group = random.next();
  for (let x = -height * 0.2; x < width + height * 0.2; x += height * random.between(0.1, 0.26)) {
    group = Math.min(1, Math.max(0, group + random.between(-0.3, 0.3)));
    if (group > density) continue;
    const size = height * (0.45 + 0.55 * random.next()) * (1 - 0.35 * group);
    trees.push(pine(random, x, ridge.at(x) + size * 0.05, size));
  }
  return trees;
}
