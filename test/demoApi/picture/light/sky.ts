/** The sky: colours from the zenith to the horizon, light around the sun, clouds. */
import { wash } from '../canvas.ts';
import { gradient } from '../colour.ts';
import type { Setting } from '../setting.ts';
import { cloudsOf } from './clouds.ts';

/** Strength of the light around sun or moon. */
const halos = { night: 0.3, day: 0.5, dawn: 0.75, dusk: 0.75 } as const;

export function drawSky(setting: Setting): void {
  const { canvas, palette, horizon, sun, unit, theme } = setting;
  const colourAt = gradient(palette.sky);
  const rows = Array.from({ length: horizon + 2 }, (_zero, y) => colourAt((y / horizon) ** 1.15));
  const { density, lit } = cloudsOf(setting);
  const haloAt = haloTable(halos[theme.time]);
  const [haloRed, haloGreen, haloBlue] = palette.halo;
  const [brightRed, brightGreen, brightBlue] = palette.cloudLight;
  const [darkRed, darkGreen, darkBlue] = palette.cloudShade;
  const [otherRed, otherGreen, otherBlue] = [brightRed - darkRed, brightGreen - darkGreen, brightBlue - darkBlue];

  wash(canvas, 0, horizon + 1, (x, y, ink) => {
    const row = rows[y] ?? palette.halo;
    const across = x - sun[0];
    const down = (y - sun[1]) * 1.25;
    const halo = haloAt(Math.sqrt(across * across + down * down) / unit);
    ink.red = row[0] + haloRed * halo;
    ink.green = row[1] + haloGreen * halo;
    ink.blue = row[2] + haloBlue * halo;
    const cloud = density.at(x, y);
    if (cloud < 0.002) return;
    // A cloud's rim glows close to the sun.
    const light = Math.min(1, lit.at(x, y) + halo * 0.9);
    ink.red += (darkRed + otherRed * light + haloRed * halo * 0.4 - ink.red) * cloud;
    ink.green += (darkGreen + otherGreen * light + haloGreen * halo * 0.4 - ink.green) * cloud;
    ink.blue += (darkBlue + otherBlue * light + haloBlue * halo * 0.4 - ink.blue) * cloud;
  });
}

/** A narrow and a wide glow, by the distance in units. */
function haloTable(strength: number): (distance: number) => number {
  const steps = 512;
  const table = Float32Array.from(
    { length: 4 * steps },
    (_zero, step) => strength * (0.55 * Math.exp((-7 * step) / steps) + 0.3 * Math.exp((-2.4 * step) / steps)),
  );
  return (distance) => {
    const place = Math.min(4 * steps - 2, distance * steps);
    const step = place | 0;
    const from = table[step] ?? 0;
    return from + ((table[step + 1] ?? 0) - from) * (place - step);
  };
}
