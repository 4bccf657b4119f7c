/** A few birds far off: two bent wings each. */
import { fill } from '../canvas.ts';
import { mix } from '../colour.ts';
import type { Setting } from '../setting.ts';
import { flat } from './flat.ts';

export function drawBirds({ canvas, palette, random, horizon, unit }: Setting, count: number): void {
  const chance = random.fork('birds');
  const [middleX, middleY] = [canvas.width * chance.between(0.25, 0.75), horizon * chance.between(0.28, 0.5)];
  const birds = Array.from({ length: count }, () => {
    const x = middleX + chance.between(-0.14, 0.14) * unit;
    const y = middleY + chance.between(-0.07, 0.07) * unit;
    const span = unit * chance.between(0.008, 0.016);
    const lift = span * chance.between(0.25, 0.6);
    const thick = Math.max(0.7, span * 0.12);
    return [
      ...[x - span, y - lift, x - span * 0.5, y - lift - thick, x, y, x + span * 0.5, y - lift - thick],
      ...[x + span, y - lift, x + span * 0.5, y - lift + thick, x, y + thick * 1.6, x - span * 0.5, y - lift + thick],
    ];
  });
  fill(canvas, birds, flat(mix(palette.near, palette.far, 0.15)));
}
