/** What falls or hangs in the air between the picture and the one who looks at it. */
import { fill, shine, wash } from '../canvas.ts';
import type { Polygon } from '../coverage.ts';
import { mix } from '../colour.ts';
import { layered } from '../noise.ts';
import type { Setting } from '../setting.ts';
import { smooth } from '../smooth.ts';
import { softField } from '../softField.ts';
import { flat } from '../things/flat.ts';

export function drawWeather(setting: Setting): void {
  const { weather } = setting.theme;
  if (weather === 'rain' || weather === 'storm') drawRain(setting);
  if (weather === 'snow') drawSnow(setting);
  if (weather === 'fog') drawMist(setting, setting.horizon, setting.unit * 0.35, 0.55);
}

/** A bank of mist around a row. @param height half of its extent, in pixels. @param most opacity, 0 to 1. */
export function drawMist({ canvas, palette, noise, unit }: Setting, row: number, height: number, most: number): void {
  const [red, green, blue] = mix(palette.haze, palette.cloudLight, 0.25);
  const area = [0, row - height, canvas.width, 2 * height] as const;
  const bank = softField(area, Math.max(2, unit / 128), (x, y) => {
    const edge = 1 - Math.abs(y - row) / height;
    const thick = layered(noise, (x / unit) * 1.6 + 60, (y / unit) * 4.5, 3);
    return most * smooth(0, 0.9, edge) * Math.min(1, Math.max(0, 0.6 + thick));
  });
  wash(canvas, row - height, row + height, (x, y, ink) => {
    ink.red = red;
    ink.green = green;
    ink.blue = blue;
    ink.opacity = bank.at(x, y);
  });
}

function drawRain({ canvas, palette, random, unit }: Setting): void {
  const chance = random.fork('rain');
  const count = Math.round(((canvas.width * canvas.height) / (unit * unit)) * 900);
  const drops = Array.from({ length: count }, (): Polygon => {
    const [x, y] = [chance.between(-0.1, 1.1) * canvas.width, chance.between(-0.1, 1) * canvas.height];
    const length = unit * chance.between(0.015, 0.05);
    const half = Math.max(0.35, unit * 0.0005);
    return [x - half, y, x + half, y, x + half - length * 0.22, y + length, x - half - length * 0.22, y + length];
  });
  fill(canvas, drops, flat(mix(palette.haze, palette.disc, 0.4), 0.22));
}

function drawSnow({ canvas, random, unit }: Setting): void {
  const chance = random.fork('snow');
  const count = Math.round(((canvas.width * canvas.height) / (unit * unit)) * 800);
  for (let flake = 0; flake < count; flake += 1) {
    const near = chance.next() ** 3;
    const place = [chance.next() * canvas.width, chance.next() * canvas.height] as const;
    const radius = Math.max(0.9, unit * (0.0014 + 0.006 * near));
    const bright = 0.55 - 0.25 * near;
    shine(canvas, place, radius, [1, 1, 1], (distance) => bright * smooth(1, 0.3 + 0.5 * (1 - near), distance));
  }
}
