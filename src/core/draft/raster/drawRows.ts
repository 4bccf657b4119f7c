/** The rows of a draft as a PNG file has them: four bits a pixel, each an entry of the palette. */
import type { Coverage } from './scanRows.ts';
import { scanRows, type ScanRow } from './scanRows.ts';
import type { Lines } from './outlines.ts';
import { inkSteps, paletteIndex, scenerySteps } from './palette.ts';

export interface Drawing {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** In the second tone of the background. */
  readonly scenery: Lines;
  /** Over both. */
  readonly ink: Lines;
}

/** Filters of PNG rows: the values themselves, or what is added to the row above. */
const filter = { none: 0, above: 2 } as const;

/** One row after the other, each a buffer that is used again for the next. Holds no more than a few rows. */
export function* drawRows({ width, height, scenery, ink }: Drawing): Generator<Uint8Array, void> {
  const scanScenery = scanRows(scenery, width);
  const scanInk = scanRows(ink, width);
  const pixels = new Uint8Array(width + (width % 2));
  const row = new Uint8Array(1 + pixels.length / 2);
  const same = new Uint8Array(row.length);
  same[0] = filter.above;
  let wasBlank = false;
  for (let y = 0; y < height; y += 1) {
    const isBlank = paint(pixels, y, scanScenery, scanInk);
    if (!isBlank || !wasBlank) pack(pixels, row);
    yield isBlank && wasBlank ? same : row;
    wasBlank = isBlank;
  }
}

/** True where there is nothing in the row but the first tone. */
function paint(pixels: Uint8Array, y: number, scanScenery: ScanRow, scanInk: ScanRow): boolean {
  const scenery = scanScenery(y);
  const ink = scanInk(y);
  pixels.fill(0);
  if (scenery) paintScenery(pixels, scenery);
  if (ink) paintInk(pixels, ink);
  return !scenery && !ink;
}

function paintScenery(pixels: Uint8Array, { values, from, to }: Coverage): void {
  for (let x = from; x < to; x += 1) pixels[x] = Math.round((values[x] ?? 0) * scenerySteps);
}

function paintInk(pixels: Uint8Array, { values, from, to }: Coverage): void {
  for (let x = from; x < to; x += 1) {
    const step = Math.round((values[x] ?? 0) * inkSteps);
    if (step > 0) pixels[x] = paletteIndex(pixels[x] ?? 0, step);
  }
}

function pack(pixels: Uint8Array, row: Uint8Array): void {
  row[0] = filter.none;
  for (let x = 0, at = 1; x < pixels.length; x += 2, at += 1) row[at] = ((pixels[x] ?? 0) << 4) | (pixels[x + 1] ?? 0);
}
