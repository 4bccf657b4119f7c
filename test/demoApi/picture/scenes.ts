/** The places a picture can show: where the horizon lies, how high the sun may stand, and who draws it. */
import { drawCity } from './scenes/city.ts';
import { drawDesert } from './scenes/desert.ts';
import { drawForest } from './scenes/forest.ts';
import { drawHills } from './scenes/hills.ts';
import { drawLake } from './scenes/lake.ts';
import { drawMountains } from './scenes/mountains.ts';
import { drawSea } from './scenes/sea.ts';
import type { Setting } from './setting.ts';
import type { Theme } from './words/theme.ts';

export interface Scene {
  /** Share of the height that is sky. */
  readonly horizon: number;
  /** How far down the sky a low sun stands, as shares of it: less where high land would hide it. */
  readonly lowSun: readonly [from: number, to: number];
  draw(setting: Setting): void;
}

/** How far down the sky a high sun, or the moon, stands. */
export const highSun: Readonly<Record<'day' | 'night', readonly [from: number, to: number]>> = {
  day: [0.14, 0.3],
  night: [0.16, 0.38],
};

export const scenes: Readonly<Record<Theme['place'], Scene>> = {
  lake: { horizon: 0.58, lowSun: [0.5, 0.66], draw: drawLake },
  mountains: { horizon: 0.62, lowSun: [0.28, 0.46], draw: drawMountains },
  sea: { horizon: 0.6, lowSun: [0.74, 0.88], draw: drawSea },
  hills: { horizon: 0.52, lowSun: [0.62, 0.8], draw: drawHills },
  forest: { horizon: 0.44, lowSun: [0.5, 0.7], draw: drawForest },
  city: { horizon: 0.66, lowSun: [0.5, 0.68], draw: drawCity },
  desert: { horizon: 0.54, lowSun: [0.6, 0.78], draw: drawDesert },
};
