/** A skyline: rows of buildings, the nearer the darker, with windows that are lit when it is dark. */
import { fill, wash } from '../canvas.ts';
import type { Polygon } from '../coverage.ts';
import { mix } from '../colour.ts';
import type { Random } from '../random.ts';
import type { Setting } from '../setting.ts';
import { flat } from '../things/flat.ts';
import { fade } from './fade.ts';

export interface Skyline {
  readonly name: string;
  /** 0 is close, 1 as far as one sees. */
  readonly distance: number;
  /** The row on which it stands, and the height of its tallest towers, in pixels. */
  readonly foot: number;
  readonly height: number;
  /** Mean width of a building, in pixels. */
  readonly width: number;
}

interface Building {
  readonly left: number;
  readonly right: number;
  readonly top: number;
}

export function drawSkyline(setting: Setting, skyline: Skyline): void {
  const { canvas, palette, random, theme, noise, unit } = setting;
  const chance = random.fork(`skyline ${skyline.name}`);
  const buildings: Building[] = [];
  const shift = chance.between(0, 50);
  for (let left = -skyline.width * chance.next(); left < canvas.width;) {
    const right = left + skyline.width * chance.between(0.6, 1.4);
    // Taller in clusters, as city centres are.
    const cluster = Math.max(0, 0.5 + 0.5 * noise((left / unit) * 2.2 + shift, skyline.distance * 7));
    const height = skyline.height * (0.2 + 0.8 * cluster ** 1.4 * chance.between(0.45, 1));
    buildings.push({ left, right, top: skyline.foot - height });
    left = right + (chance.chance(0.3) ? skyline.width * chance.between(0.05, 0.3) : 0);
  }
  const base = mix(mix(palette.near, palette.far, skyline.distance), palette.haze, skyline.distance * 0.35);
  const top = skyline.foot - skyline.height;
  const outlines = buildings.flatMap((building) => outlineOf(building, skyline.foot, chance));
  fill(canvas, outlines, fade(base, palette.haze, top, skyline.foot, 0.25 + 0.4 * skyline.distance));
  const share = { night: 0.42, dusk: 0.34, dawn: 0.14, day: 0 }[theme.time] * (1 - skyline.distance * 0.6);
  if (share === 0) drawFaces(setting, buildings, skyline);
  else drawWindows(setting, buildings, skyline, share, chance);
}

/** A body, and sometimes a step, a slanted roof or a mast on top. */
function outlineOf({ left, right, top }: Building, foot: number, chance: Random): Polygon[] {
  const width = right - left;
  const middle = (left + right) / 2;
  const body = [left, top, right, top, right, foot, left, foot];
  const roof = chance.next();
  if (roof < 0.22)
    return [
      body,
      [
        left + width * 0.2,
        top - width * 0.35,
        right - width * 0.2,
        top - width * 0.35,
        right - width * 0.2,
        top + 1,
        left + width * 0.2,
        top + 1,
      ],
    ];
  if (roof < 0.34) return [body, [left, top - width * 0.4, right, top + 1, left, top + 1]];
  if (roof < 0.46) {
    const half = Math.max(0.5, width * 0.018);
    return [
      body,
      [
        left + width * 0.3,
        top - width * 0.3,
        right - width * 0.3,
        top - width * 0.3,
        right - width * 0.22,
        top + 1,
        left + width * 0.22,
        top + 1,
      ],
      [middle - half, top - width * 1.1, middle + half, top - width * 1.1, middle + half, top, middle - half, top],
    ];
  }
  if (roof < 0.53) return [body, [left, top + 1, middle, top - width * 0.7, right, top + 1]];
  return [body];
}

function drawWindows(
  { canvas, palette, unit }: Setting,
  buildings: readonly Building[],
  skyline: Skyline,
  share: number,
  chance: Random,
): void {
  const size = Math.max(1.4, unit * (0.0052 - 0.002 * skyline.distance));
  const warm: Polygon[] = [];
  const cold: Polygon[] = [];
  for (const { left, right, top } of buildings) {
    const use = share * chance.between(0.3, 1.5);
    for (let y = top + size * 2; y < skyline.foot - size * 3; y += size * 2.3) {
      for (let x = left + size * 1.4; x < right - size * 1.6; x += size * 2) {
        if (!chance.chance(use)) continue;
        (chance.chance(0.85) ? warm : cold).push([x, y, x + size, y, x + size, y + size * 1.25, x, y + size * 1.25]);
      }
    }
  }
  const dim = 0.92 - 0.45 * skyline.distance;
  fill(canvas, warm, flat(mix(palette.lamp, palette.near, 0.06), dim));
  fill(canvas, cold, flat(mix(palette.disc, palette.halo, 0.3), dim * 0.8));
}

/** By day: a shaded side on every building, and rows of glass. */
function drawFaces(
  { canvas, palette, sun }: Setting,
  buildings: readonly Building[],
  { foot, distance }: Skyline,
): void {
  const sides = buildings.map(({ left, right, top }) => {
    const middle = left + (right - left) * 0.5;
    const [from, to] = sun[0] < middle ? [left, left + (right - left) * 0.42] : [left + (right - left) * 0.58, right];
    return [from, top, to, top, to, foot, from, foot];
  });
  fill(canvas, sides, flat(mix(palette.haze, palette.disc, 0.3), 0.22 * (1 - distance * 0.7)));
}

/** The light of a city on the haze above it. */
export function drawCityGlow({ canvas, palette, theme, unit }: Setting, foot: number): void {
  if (theme.time === 'day') return;
  const [red, green, blue] = mix(palette.lamp, palette.haze, 0.5);
  const strength = theme.time === 'night' ? 0.3 : 0.18;
  wash(canvas, foot - unit * 0.3, foot, (_x, y, ink) => {
    Object.assign(ink, { red, green, blue, opacity: strength * (1 - (foot - y) / (unit * 0.3)) ** 2 });
  });
}
