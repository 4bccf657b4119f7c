/** The sky: colours from the zenith to the horizon, light around the sun, clouds. */
import { wash } from '../canvas.ts';
import { gradient } from '../colour.ts';
import { layered } from '../noise.ts';
import type { Setting } from '../setting.ts';
import { smooth } from '../smooth.ts';
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

export function drawSky(setting: Setting): void {
  const { canvas, palette, horizon, sun, unit, theme } = setting;
  const colourAt = gradient(palette.sky);
  const clouds = cloudField(setting);
  const row = { y: -1, red: 0, green: 0, blue: 0 };
  const strength = theme.time === 'night' ? 0.3 : theme.time === 'day' ? 0.5 : 0.75;
  const [haloRed, haloGreen, haloBlue] = palette.halo;
  const [lightRed, lightGreen, lightBlue] = palette.cloudLight;
  const [shadeRed, shadeGreen, shadeBlue] = palette.cloudShade;

  wash(canvas, 0, horizon + 1, (x, y, ink) => {
    if (row.y !== y) {
      const [red, green, blue] = colourAt((y / horizon) ** 1.15);
      Object.assign(row, { y, red, green, blue });
    }
    const [across, down] = [x - sun[0], (y - sun[1]) * 1.25];
    const distance = Math.sqrt(across * across + down * down) / unit;
    const halo = strength * (0.55 * Math.exp(-distance * 7) + 0.3 * Math.exp(-distance * 2.4));
    const cloud = clouds.density(x, y);
    // A cloud is bright where there is less of it towards the sun, and at its rim close to the sun.
    const lit = cloud === 0 ? 0 : Math.min(1, clouds.lit(x, y) + halo * 0.9);
    const open = 1 - cloud;
    ink.red =
      (row.red + haloRed * halo) * open + (shadeRed + (lightRed - shadeRed) * lit + haloRed * halo * 0.4) * cloud;
    ink.green =
      (row.green + haloGreen * halo) * open +
      (shadeGreen + (lightGreen - shadeGreen) * lit + haloGreen * halo * 0.4) * cloud;
    ink.blue =
      (row.blue + haloBlue * halo) * open + (shadeBlue + (lightBlue - shadeBlue) * lit + haloBlue * halo * 0.4) * cloud;
  });
}

interface CloudField {
  /** 0 to 1. */
  density(x: number, y: number): number;
  lit(x: number, y: number): number;
}

/** Computed on a coarse grid and read between its points: clouds are soft. */
function cloudField({ canvas, noise, theme, horizon, sun, unit, random }: Setting): CloudField {
  const cell = Math.max(2, Math.round(unit / 256));
  const columns = Math.ceil(canvas.width / cell) + 2;
  const rows = Math.ceil(horizon / cell) + 3;
  const shift = random.fork('clouds').between(0, 100);
  const cover = cloudiness[theme.weather] + random.fork('cover').between(-0.08, 0.08);
  const thickness = (x: number, y: number): number => {
    // Flatter and smaller towards the horizon, as a ceiling of clouds looks from below.
    const depth = 0.28 + 0.9 * Math.max(0, 1 - y / horizon);
    const u = (x - canvas.width / 2) / unit / depth;
    const v = (1.9 * Math.log(depth + 0.05)) / 0.42;
    const warp = noise(u * 0.9 + shift, v * 0.9) * 0.5;
    const value = 0.5 + 0.62 * layered(noise, u * 1.25 + shift + warp, v * 2.3 - shift + warp * 0.6, 5);
    return smooth(1 - cover, 1.28 - cover, value) * smooth(1.02, 0.86, y / horizon);
  };
  const grid = new Float32Array(columns * rows);
  const light = new Float32Array(columns * rows);
  const fill = (target: Float32Array, value: (x: number, y: number) => number): void => {
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < columns; column += 1) {
        target[row * columns + column] = value(column * cell, row * cell);
      }
    }
  };
  fill(grid, thickness);
  const between = (source: Float32Array, x: number, y: number): number => {
    const column = x / cell;
    const row = y / cell;
    const at = Math.floor(row) * columns + Math.floor(column);
    const across = column - Math.floor(column);
    const upper = (source[at] ?? 0) * (1 - across) + (source[at + 1] ?? 0) * across;
    const lower = (source[at + columns] ?? 0) * (1 - across) + (source[at + columns + 1] ?? 0) * across;
    return upper + (lower - upper) * (row - Math.floor(row));
  };
  fill(light, (x, y) => {
    const length = Math.sqrt((sun[0] - x) ** 2 + (sun[1] - y) ** 2) || 1;
    const step = unit * 0.03;
    const ahead = between(
      grid,
      inside(x + ((sun[0] - x) / length) * step, canvas.width),
      inside(y + ((sun[1] - y) / length) * step, horizon),
    );
    return smooth(-0.15, 0.3, between(grid, x, y) - ahead + 0.05) * 0.85 + 0.1;
  });
  const most = theme.time === 'night' ? 0.7 : 0.9;
  return { density: (x, y) => between(grid, x, y) * most, lit: (x, y) => between(light, x, y) };
}

function inside(value: number, end: number): number {
  return Math.min(end, Math.max(0, value));
}
