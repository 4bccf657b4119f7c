/** Clouds, seen from below: flatter and smaller towards the horizon. */
import { layered } from '../noise.ts';
import type { Setting } from '../setting.ts';
import { smooth } from '../smooth.ts';
import { softField } from '../softField.ts';
import type { SoftField } from '../softField.ts';
import type { Theme } from '../words/theme.ts';

/** Share of the sky that clouds may take. */
const cloudiness: Readonly<Record<Theme['weather'], number>> = {
  clear: 0.42,
  cloudy: 0.66,
  fog: 0.5,
  rain: 0.72,
  snow: 0.62,
  storm: 0.82,
};

export interface Clouds {
  /** 0 to 1. */
  readonly density: SoftField;
  /** How much of the sun a place sees, 0 to 1. */
  readonly lit: SoftField;
}

export function cloudsOf({ canvas, noise, theme, horizon, sun, unit, random }: Setting): Clouds {
  const shift = random.fork('clouds').between(0, 100);
  const cover = cloudiness[theme.weather] + random.fork('cover').between(-0.08, 0.08);
  const most = theme.time === 'night' ? 0.7 : 0.9;
  const area = [0, 0, canvas.width, horizon] as const;
  const cell = Math.max(2, Math.round(unit / 256));

  const density = softField(area, cell, (x, y) => {
    const depth = 0.28 + 0.9 * Math.max(0, 1 - y / horizon);
    const u = (x - canvas.width / 2) / unit / depth;
    const v = (1.9 * Math.log(depth + 0.05)) / 0.42;
    const warp = noise(u * 0.9 + shift, v * 0.9) * 0.5;
    const value = 0.5 + 0.62 * layered(noise, u * 1.25 + shift + warp, v * 2.3 - shift + warp * 0.6, 5);
    return most * smooth(1 - cover, 1.28 - cover, value) * smooth(1.02, 0.86, y / horizon);
  });
  // Bright where there is less cloud a step further towards the sun.
  const lit = softField(area, cell, (x, y) => {
    const [across, down] = [sun[0] - x, sun[1] - y];
    const step = (unit * 0.03) / (Math.sqrt(across * across + down * down) || 1);
    const ahead = density.at(x + across * step, y + down * step);
    return smooth(-0.15, 0.3, (density.at(x, y) - ahead) / most + 0.05) * 0.85 + 0.1;
  });
  return { density, lit };
}
