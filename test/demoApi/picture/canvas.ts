/** The picture while it is being drawn: linear light, and shapes with soft edges laid on top of each other. */
import { createCoverage } from './coverage.ts';
import type { Coverage, Polygon } from './coverage.ts';

export interface Canvas {
  /** Pixels. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
  /** Three floats for each pixel, rows from the top. */
  readonly light: Float32Array;
  readonly coverage: Coverage;
}

/** What a paint leaves at a place. */
export interface Ink {
  red: number;
  green: number;
  blue: number;
  /** 0 to 1. */
  opacity: number;
}

/** Called for the middle of each pixel that a shape touches. */
export type Paint = (x: number, y: number, ink: Ink) => void;

export function createCanvas(width: number, height: number): Canvas {
  const light = new Float32Array(width * height * 3);
  return { width, height, light, coverage: createCoverage(width, height) };
}

/** Fills polygons as one shape: where they overlap there is no seam and no second layer. */
export function fill(canvas: Canvas, polygons: readonly Polygon[], paint: Paint): void {
  for (const polygon of polygons) canvas.coverage.add(polygon);
  const ink: Ink = { red: 0, green: 0, blue: 0, opacity: 1 };
  canvas.coverage.take((x, y, share) => {
    ink.opacity = 1;
    paint(x, y, ink);
    lay(canvas.light, (y * canvas.width + x) * 3, ink, share * ink.opacity);
  });
}

/** Paints every pixel of some rows. */
export function wash(canvas: Canvas, fromRow: number, toRow: number, paint: Paint): void {
  const ink: Ink = { red: 0, green: 0, blue: 0, opacity: 1 };
  const [first, last] = [Math.max(0, Math.floor(fromRow)), Math.min(canvas.height, Math.ceil(toRow))];
  for (let y = first, at = first * canvas.width * 3; y < last; y += 1) {
    for (let x = 0; x < canvas.width; x += 1, at += 3) {
      ink.opacity = 1;
      paint(x, y, ink);
      lay(canvas.light, at, ink, ink.opacity);
    }
  }
}

/** Adds light to a round place; the strength goes from 0 at the edge to 1 in the middle. */
export function shine(
  canvas: Canvas,
  middle: readonly [x: number, y: number],
  radius: number,
  colour: readonly [number, number, number],
  strength: (fromMiddle: number) => number,
): void {
  const [left, right] = [
    Math.max(0, Math.floor(middle[0] - radius)),
    Math.min(canvas.width - 1, Math.ceil(middle[0] + radius)),
  ];
  const [top, bottom] = [
    Math.max(0, Math.floor(middle[1] - radius)),
    Math.min(canvas.height - 1, Math.ceil(middle[1] + radius)),
  ];
  for (let y = top; y <= bottom; y += 1) {
    for (let x = left; x <= right; x += 1) {
      const squared = ((x - middle[0]) ** 2 + (y - middle[1]) ** 2) / radius ** 2;
      if (squared >= 1) continue;
      const amount = strength(Math.sqrt(squared));
      const at = (y * canvas.width + x) * 3;
      for (let channel = 0; channel < 3; channel += 1) {
        canvas.light[at + channel] = (canvas.light[at + channel] ?? 0) + amount * (colour[channel] ?? 0);
      }
    }
  }
}

function lay(light: Float32Array, at: number, ink: Ink, share: number): void {
  const red = light[at] ?? 0;
  const green = light[at + 1] ?? 0;
  const blue = light[at + 2] ?? 0;
  light[at] = red + (ink.red - red) * share;
  light[at + 1] = green + (ink.green - green) * share;
  light[at + 2] = blue + (ink.blue - blue) * share;
}
