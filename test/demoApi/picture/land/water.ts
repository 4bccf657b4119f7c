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
    const towards = 0.22 * Math.exp(-down * 5);
    const mirror = (0.1 + 0.62 * smooth(1.05, 0, down)) * (0.75 + 0.25 * calm);
    let bend = 0;
    for (let x = 0; x < width; x += 1) {
      // Waves are far wider than high, so that one value does for two columns.
      if (x % 2 === 0) {
        const u = (x - width / 2) / unit / (0.06 + near);
        bend = layered(noise, u * 1.1, v * 1.4 + 3, 3) * 0.7 + noise(u * 4.2 + 9, v * 4.1) * 0.3;
      }
      const mirrored = top - 1 - (y - top) * (1 - 0.1 * (1 - calm)) + bend * lean * 1.8;
      const row = Math.min(top - 1, Math.max(0, Math.round(mirrored)));
      const column = Math.min(width - 1, Math.max(0, Math.round(x + bend * lean * 0.55)));
      const from = (row * width + column) * 3;
      const share = mirror * (0.72 + 0.38 * smooth(-0.6, 0.7, bend));
      // The sun's path: sparks where a wave leans the right way, fewer the further from the line to the sun.
      const aside = Math.abs(x - sun[0]) / unit / (0.055 + 0.2 * down * rough);
      const leaning = aside > 2.4 ? 0 : smooth(0.12, 0.42, bend + towards);
      const spark = leaning === 0 ? 0 : 0.85 * path * Math.exp(-aside * aside) * leaning * Math.sqrt(leaning);
      const at = (y * width + x) * 3;
      for (let channel = 0; channel < 3; channel += 1) {
        const water = deep[channel] ?? 0;
        const seen = water + ((source[from + channel] ?? 0) - water) * share;
        light[at + channel] = seen + ((palette.disc[channel] ?? 0) - seen) * spark;
      }
    }
  }
}
