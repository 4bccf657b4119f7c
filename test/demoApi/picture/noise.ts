/** Smooth noise for clouds, ridges and ripples (Perlin 2002, in two dimensions). */
import type { Random } from './random.ts';

/** About -1 to 1, and as smooth as the distance between neighbours of a grid of step 1. */
export type Noise = (x: number, y: number) => number;

export function createNoise(random: Random): Noise {
  const order = Uint8Array.from({ length: 256 }, (_zero, index) => index);
  for (let last = 255; last > 0; last -= 1) {
    const other = Math.floor(random.next() * (last + 1));
    [order[last], order[other]] = [order[other] ?? 0, order[last] ?? 0];
  }
  const places = Uint8Array.from({ length: 512 }, (_zero, index) => order[index & 255] ?? 0);
  const slopesX = Float64Array.from({ length: 256 }, (_zero, index) => Math.cos((index * Math.PI) / 128));
  const slopesY = Float64Array.from({ length: 256 }, (_zero, index) => Math.sin((index * Math.PI) / 128));

  return (x, y) => {
    const left = Math.floor(x);
    const top = Math.floor(y);
    const dx = x - left;
    const dy = y - top;
    const column = left & 255;
    const row = top & 255;
    const first = places[column] ?? 0;
    const second = places[column + 1] ?? 0;
    const a = places[first + row] ?? 0;
    const b = places[second + row] ?? 0;
    const c = places[first + row + 1] ?? 0;
    const d = places[second + row + 1] ?? 0;
    const across = dx * dx * dx * (dx * (dx * 6 - 15) + 10);
    const down = dy * dy * dy * (dy * (dy * 6 - 15) + 10);
    const va = (slopesX[a] ?? 0) * dx + (slopesY[a] ?? 0) * dy;
    const vb = (slopesX[b] ?? 0) * (dx - 1) + (slopesY[b] ?? 0) * dy;
    const vc = (slopesX[c] ?? 0) * dx + (slopesY[c] ?? 0) * (dy - 1);
    const vd = (slopesX[d] ?? 0) * (dx - 1) + (slopesY[d] ?? 0) * (dy - 1);
    const upper = va + (vb - va) * across;
    return (upper + (vc + (vd - vc) * across - upper) * down) * 1.5;
  };
}

/** Noise upon finer noise, each octave half as strong. About -1 to 1. */
export function layered(noise: Noise, x: number, y: number, octaves: number): number {
  let sum = 0;
  let weight = 0.5;
  for (let octave = 0, scale = 1; octave < octaves; octave += 1, scale *= 2) {
    sum += weight * noise(x * scale + octave * 17.3, y * scale - octave * 9.1);
    weight /= 2;
  }
  return sum;
}
