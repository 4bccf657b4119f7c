/** Sun or moon, with the light around it. */
import { fill, shine } from '../canvas.ts';
import { mix } from '../colour.ts';
import { layered } from '../noise.ts';
import type { Setting } from '../setting.ts';
import { smooth } from '../smooth.ts';
import { circle } from '../things/circle.ts';

export function drawDisc({ canvas, palette, theme, sun, unit, noise, random }: Setting): void {
  if (theme.weather === 'storm' || theme.weather === 'rain') return;
  const night = theme.time === 'night';
  const radius = unit * (night ? 0.052 : theme.time === 'day' ? 0.036 : 0.058);
  const glow = night ? 0.22 : 0.5;
  shine(canvas, sun, radius * 7, palette.halo, (distance) => glow * (1 - distance) ** 4);
  const veil = theme.weather === 'clear' || theme.weather === 'cloudy' ? 1 : 0.55;
  if (!night) {
    // Brighter than white: it must outshine the sky around it.
    const [red, green, blue] = palette.disc.map((part) => part * 2) as [number, number, number];
    fill(canvas, [circle(sun, radius)], (_x, _y, ink) => Object.assign(ink, { red, green, blue, opacity: veil }));
    return;
  }
  const dark = mix(palette.disc, palette.sky[2] ?? palette.disc, 0.28);
  const [shadowX, shadowY] = [random.fork('moon').between(-1.5, 1.5), -0.35];
  const crescent = random.fork('phase').chance(0.45);
  fill(canvas, [circle(sun, radius)], (x, y, ink) => {
    const u = (x - sun[0]) / radius;
    const v = (y - sun[1]) / radius;
    const sea = smooth(-0.1, 0.45, layered(noise, u * 1.3 + 40, v * 1.3, 4));
    const [red, green, blue] = mix(palette.disc, dark, sea);
    const lit = crescent ? smooth(0.9, 1.02, Math.hypot(u - shadowX * 0.45, v - shadowY)) : 1;
    Object.assign(ink, { red, green, blue, opacity: veil * lit });
  });
}
