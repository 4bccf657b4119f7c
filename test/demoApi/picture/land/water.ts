/** Water: the picture above its edge, mirrored, broken by waves that grow towards the viewer, with the sun's path. */
import { mix } from '../colour.ts';
import { layered } from '../noise.ts';
import type { Setting } from '../setting.ts';
import { smooth } from '../smooth.ts';

/** @param calm 0 for the open sea, 1 for a lake without wind. */
export function drawWater(setting: Setting, edge: number, calm: number): void {
  const { canvas, palette, noise, sun, unit, theme } = setting;
  const { width, height, light } = canvas;
  const top = Math.round(edge);
  const depth = height - top;
  const deep = mix(palette.water, palette.near, 0.25);
  const source = light.slice(0, top * width * 3);
  const rough = (1 - calm) * 0.8 + 0.2;
  const path = theme.weather === 'storm' || theme.weather === 'rain' || theme.weather === 'fog' ? 0.15 : 0.85;

  for (let y = top; y < height; y += 1) {
    const down = (y - top + 0.5) / depth;
    // Rows near the edge are far away: waves there are small and close together.
    const near = down ** 1.3;
    const v = Math.log(down + 0.02) * 9;
    const lean = unit * (0.002 + 0.055 * near) * rough;
    const mirror = (0.1 + 0.62 * smooth(1.05, 0, down)) * (0.75 + 0.25 * calm);
    for (let x = 0; x < width; x += 1) {
      const u = (x - width / 2) / unit / (0.06 + near);
      const wave = layered(noise, u * 1.1, v * 1.4 + 3, 3);
      const fine = noise(u * 4.2 + 9, v * 4.1);
      const bend = wave * 0.7 + fine * 0.3;
      const row = Math.min(
        top - 1,
        Math.max(0, Math.round(top - 1 - (y - top) * (1 - 0.1 * (1 - calm)) + bend * lean * 1.8)),
      );
      const column = Math.min(width - 1, Math.max(0, Math.round(x + bend * lean * 0.55)));
      const from = (row * width + column) * 3;
      const tilt = smooth(-0.6, 0.7, bend);
      const share = mirror * (0.72 + 0.38 * tilt);
      // The sun's path: sparks where a wave leans the right way, fewer the further from the line to the sun.
      const aside = Math.abs(x - sun[0]) / unit / (0.035 + 0.2 * down * rough + 0.02);
      const spark =
        aside > 2.4
          ? 0
          : path * Math.exp(-aside * aside) * smooth(0.12, 0.42, bend + 0.22 * Math.exp(-down * 5)) ** 1.5;
      const at = (y * width + x) * 3;
      for (let channel = 0; channel < 3; channel += 1) {
        const water = deep[channel] ?? 0;
        const seen = water + ((source[from + channel] ?? 0) - water) * share;
        light[at + channel] = seen + ((palette.disc[channel] ?? 0) - seen) * spark * 0.85;
      }
    }
  }
}
