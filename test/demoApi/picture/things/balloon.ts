/** A hot-air balloon with coloured gores and a basket. */
import { fill } from '../canvas.ts';
import { colour, mix } from '../colour.ts';
import type { Colour } from '../colour.ts';
import type { Setting } from '../setting.ts';
import { smooth } from '../smooth.ts';
import { flat } from './flat.ts';

const stripes = [
  ['#d8463c', '#f5e6c8'],
  ['#e2a33a', '#3f6f9f'],
  ['#3e8f86', '#f2d9a8'],
  ['#8a4a8f', '#f0b35a'],
] as const;

/** @param middle of the envelope. @param radius in pixels. */
export function drawBalloon(setting: Setting, [x, y]: readonly [number, number], radius: number, look: number): void {
  const { canvas, palette, theme, sun } = setting;
  const [first, second] = (stripes[look % stripes.length] ?? stripes[0]).map((code): Colour =>
    mix(palette.near, mix(colour(code), palette.halo, 0.15), theme.time === 'night' ? 0.35 : 0.9),
  );
  const outline: number[] = [];
  for (let step = 0; step <= 40; step += 1) {
    // Down the right side from the crown to the mouth, and up again on the left.
    const angle = (step / 20) * Math.PI;
    const down = -Math.cos(angle);
    const taper = down > 0 ? 1 - 0.62 * down ** 2.4 : 1;
    outline.push(x + radius * Math.sin(angle) * taper, y + radius * (down > 0 ? down * 1.28 : down));
  }
  const side = sun[0] < x ? -1 : 1;
  fill(canvas, [outline], (px, py, ink) => {
    const down = (py - y) / radius;
    const taper =
      down > 0
        ? (1 - 0.62 * (down / 1.28) ** 2.4) * Math.sqrt(Math.max(0.02, 1 - (down / 1.28) ** 2))
        : Math.sqrt(Math.max(0.02, 1 - down * down));
    const across = Math.min(1, Math.max(-1, (px - x) / (radius * taper)));
    const gore = Math.floor((Math.asin(across) / Math.PI + 0.5) * 9);
    const [red, green, blue] = (gore % 2 === 0 ? first : second) ?? palette.near;
    const shade = 0.58 + 0.5 * smooth(-1.1, 0.9, across * side - down * 0.25);
    Object.assign(ink, { red: red * shade, green: green * shade, blue: blue * shade });
  });
  const basket = radius * 0.16;
  const top = y + radius * 1.62;
  const rope = Math.max(0.5, radius * 0.015);
  const ropes = [-1, 1].map((way) => {
    const [upper, lower] = [x + way * radius * 0.3, x + way * basket * 0.9];
    return [upper - rope, y + radius * 1.2, upper + rope, y + radius * 1.2, lower + rope, top, lower - rope, top];
  });
  fill(canvas, ropes, flat(mix(palette.near, palette.far, 0.3)));
  fill(
    canvas,
    [[x - basket, top, x + basket, top, x + basket * 0.8, top + basket * 1.5, x - basket * 0.8, top + basket * 1.5]],
    flat(mix(palette.near, colour('#8a5a32'), 0.5)),
  );
}
