/** The last step: darker corners, a film's shoulder and grain, and eight bits for each colour. */
import type { Canvas } from './canvas.ts';
import { fromLinear } from './colour.ts';
import type { Random } from './random.ts';
import type { Raster } from './raster.ts';

/** Light is looked up in so many steps from black to white, and up to so many times white. */
const steps = 8192;
const range = 4;
const toByte = Uint8Array.from({ length: range * steps + 1 }, (_zero, step) =>
  Math.round(fromLinear(shoulder((step + 0.5) / steps)) * 255),
);
const grainSize = 1 << 16;

export function finish({ width, height, light }: Canvas, random: Random): Raster {
  const pixels = new Uint8Array(width * height * 3);
  // A sum of two is more like film than one: mostly small, seldom large.
  const grain = Float32Array.from({ length: grainSize }, () => (random.next() + random.next() - 1) * 0.022);
  for (let y = 0, at = 0; y < height; y += 1) {
    const down = (2 * y) / height - 1;
    const rowGrain = Math.floor(random.next() * grainSize);
    for (let x = 0; x < width; x += 1) {
      const across = (2 * x) / width - 1;
      const outward = across * across + down * down;
      const vignette = 1 - 0.1 * outward * Math.sqrt(outward);
      const factor = vignette * (1 + (grain[(rowGrain + x * 7) & (grainSize - 1)] ?? 0)) * steps;
      for (let channel = 0; channel < 3; channel += 1, at += 1) {
        pixels[at] = toByte[Math.min(range * steps, (light[at] ?? 0) * factor) | 0] ?? 0;
      }
    }
  }
  return { width, height, pixels };
}

/** Linear up to 0.7, then ever flatter towards 1. */
function shoulder(value: number): number {
  return value <= 0.7 ? value : 1 - 0.09 / (value - 0.4);
}
