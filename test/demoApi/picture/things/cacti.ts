/** Saguaros against the light. */
import { fill } from '../canvas.ts';
import type { Polygon } from '../coverage.ts';
import type { Setting } from '../setting.ts';
import { circle } from './circle.ts';
import { flat } from './flat.ts';

export function drawCacti({ canvas, palette, random, unit, sun }: Setting): void {
  const chance = random.fork('cacti');
  const side = sun[0] < canvas.width / 2 ? 0.8 : 0.2;
  const cactus = (x: number, foot: number, height: number): Polygon[] => [
    circle([x, foot], height * 0.13, 0.16),
    ...limb(x, foot, foot - height, height * 0.06),
    ...arm(x, foot - height * chance.between(0.35, 0.5), -1, height * chance.between(0.24, 0.36)),
    ...arm(x, foot - height * chance.between(0.42, 0.58), 1, height * chance.between(0.2, 0.32)),
  ];
  const shapes = [
    ...cactus(canvas.width * side, canvas.height * 0.985, unit * 0.4),
    ...cactus(canvas.width * (side + (side > 0.5 ? -0.15 : 0.15)), canvas.height * 0.9, unit * 0.17),
    ...cactus(canvas.width * (1 - side), canvas.height * 0.84, unit * 0.1),
  ];
  fill(canvas, shapes, flat(palette.near));
}

function limb(x: number, bottom: number, top: number, half: number): Polygon[] {
  return [
    [x - half, top + half, x + half, top + half, x + half * 0.9, bottom, x - half * 0.9, bottom],
    circle([x, top + half], half),
  ];
}

/** Out to one side, then up. */
function arm(x: number, y: number, way: number, length: number): Polygon[] {
  const half = length * 0.15;
  const end = x + way * length * 0.55;
  const [left, right] = way < 0 ? [end, x] : [x, end];
  return [
    [left, y - half, right, y - half, right, y + half, left, y + half],
    circle([end, y], half),
    ...limb(end, y, y - length, half),
  ];
}
