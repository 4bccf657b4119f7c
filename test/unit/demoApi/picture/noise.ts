/** Pixels that look like a smooth picture with a little noise: every filter and every code has something to do. */
import type { Raster } from '../../../demoApi/picture/raster.ts';

export function noise(width: number, height: number): Raster {
  const pixels = new Uint8Array(width * height * 3);
  let state = 1;
  for (let at = 0; at < pixels.length; at += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    const x = Math.floor(at / 3) % width;
    const y = Math.floor(at / 3 / width);
    pixels[at] = 128 + 90 * Math.sin((x + (at % 3) * 9) / 7) * Math.cos(y / 5) + (state >> 26);
  }
  return { width, height, pixels };
}
