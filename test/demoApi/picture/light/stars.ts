/** Stars, most of them faint, and denser along a band across the sky. */
import { shine } from '../canvas.ts';
import { colour } from '../colour.ts';
import type { Setting } from '../setting.ts';
import { smooth } from '../smooth.ts';

const tints = ['#ffffff', '#ffffff', '#dfe9ff', '#ffe9d2', '#cfdcff'].map(colour);

export function drawStars({ canvas, random, noise, horizon, unit }: Setting): void {
  const chance = random.fork('stars');
  const lean = chance.between(-0.5, 0.5);
  const count = Math.round(((canvas.width * horizon) / (unit * unit)) * 1100);
  for (let index = 0; index < count; index += 1) {
    const x = chance.next() * canvas.width;
    const y = chance.next() * horizon;
    const size = chance.next();
    const tint = chance.pick(tints);
    const fromBand = Math.abs(x / canvas.width - 0.5 - lean * (y / horizon - 0.5) * 1.4);
    const cluster = 0.5 + 0.5 * noise((x / unit) * 4, (y / unit) * 4);
    if (chance.next() > 0.35 + smooth(0.35, 0, fromBand) * cluster) continue;
    const fade = smooth(1, 0.55, y / horizon);
    const bright = (0.1 + 1.3 * size ** 9) * fade;
    const radius = Math.max(0.8, (unit / 1024) * (1 + 1.6 * size ** 9));
    shine(canvas, [x, y], radius, tint, (distance) => bright * (1 - distance) ** 1.5);
    if (size > 0.985) shine(canvas, [x, y], radius * 5, tint, (distance) => 0.12 * fade * (1 - distance) ** 3);
  }
}
