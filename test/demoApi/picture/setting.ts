/** What all parts of a picture have in common while it is drawn. */
import type { Canvas } from './canvas.ts';
import type { Noise } from './noise.ts';
import type { Random } from './random.ts';
import type { Palette } from './words/palette.ts';
import type { Theme } from './words/theme.ts';

export interface Setting {
  readonly canvas: Canvas;
  readonly random: Random;
  readonly noise: Noise;
  readonly theme: Theme;
  readonly palette: Palette;
  /** Where sun or moon stands, in pixels. */
  readonly sun: readonly [x: number, y: number];
  /** Row where the sky ends, in pixels. */
  readonly horizon: number;
  /** The measure of all sizes, in pixels: near the shorter side, whatever the format. */
  readonly unit: number;
}
