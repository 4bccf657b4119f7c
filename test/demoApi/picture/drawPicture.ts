/** Draws what a prompt says: the same prompt, negative prompt, seed and size give the same pixels. */
import { createCanvas } from './canvas.ts';
import { finish } from './finish.ts';
import { createNoise } from './noise.ts';
import { createRandom } from './random.ts';
import type { Raster } from './raster.ts';
import { highSun, scenes } from './scenes.ts';
import type { Setting } from './setting.ts';
import { paletteOf } from './words/palette.ts';
import { themeOf } from './words/theme.ts';

export interface Drawing {
  readonly prompt: string;
  readonly negativePrompt: readonly string[];
  /** Pixels. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
  readonly seed: bigint;
}

export function drawPicture({ prompt, negativePrompt, seed, width, height }: Drawing): Raster {
  const random = createRandom(JSON.stringify([String(seed), prompt, negativePrompt]));
  const theme = themeOf(prompt, negativePrompt);
  const scene = scenes[theme.place];
  const chance = random.fork('composition');
  const horizon = Math.round(height * scene.horizon * chance.between(0.96, 1.04));
  const unit = Math.min(Math.max(width, height), Math.min(width, height) * 1.15);
  const [low, high] = theme.time === 'day' || theme.time === 'night' ? highSun[theme.time] : scene.lowSun;
  const setting: Setting = {
    canvas: createCanvas(width, height),
    random,
    noise: createNoise(random.fork('noise')),
    theme,
    palette: paletteOf(theme, random.fork('palette')),
    sun: [
      width * chance.pick([chance.between(0.24, 0.42), chance.between(0.58, 0.76)]),
      horizon * chance.between(low, high),
    ],
    horizon,
    unit,
  };
  scene.draw(setting);
  return finish(setting.canvas, random.fork('grain'));
}
