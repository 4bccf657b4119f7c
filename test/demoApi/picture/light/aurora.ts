/** Northern lights: curtains with a sharp lower hem that fade upwards. */
import { wash } from '../canvas.ts';
import { colour, mix } from '../colour.ts';
import { layered } from '../noise.ts';
import type { Setting } from '../setting.ts';
import { smooth } from '../smooth.ts';

export function drawAurora({ canvas, noise, horizon, unit, random }: Setting): void {
  const shift = random.fork('aurora').between(0, 100);
  const [low, high] = [colour('#4dffb0'), colour('#8a5cff')];
  const tints = Array.from({ length: 33 }, (_zero, step) => mix(low, high, step / 32));
  for (const [index, base] of [0.62, 0.42].entries()) {
    const hems = Float32Array.from(
      { length: canvas.width },
      (_zero, x) => horizon * (base + 0.3 * layered(noise, (x / unit) * 1.1 + shift + index * 40, shift, 3)),
    );
    const rays = Float32Array.from(
      { length: canvas.width },
      (_zero, x) =>
        (0.35 + 0.65 * smooth(-0.5, 0.6, noise((x / unit) * 15 + index * 9, shift))) *
        smooth(-0.45, 0.35, noise((x / unit) * 1.4 + shift, index * 5 + 2)),
    );
    const tall = horizon * 0.5;
    wash(canvas, 0, horizon, (x, y, ink) => {
      const up = ((hems[x] ?? 0) - y) / tall;
      const strength = (rays[x] ?? 0) * smooth(-0.05, 0.06, up) * smooth(1, 0, up) ** 1.5;
      const [red, green, blue] = tints[Math.min(32, Math.max(0, Math.round(up * 40)))] ?? low;
      ink.red = red;
      ink.green = green;
      ink.blue = blue;
      ink.opacity = 0.8 * strength;
    });
  }
}
