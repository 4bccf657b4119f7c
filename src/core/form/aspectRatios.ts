/** Sizes of pictures by their shape. */
import type { ImageSize } from '../image.ts';
import { parameters } from '../parameters.ts';

/** A shape: any two numbers with the same ratio mean the same. */
export type Ratio = ImageSize;

export interface AspectRatio extends Ratio {
  readonly name: string;
}

const shapes = [
  [21, 9],
  [16, 9],
  [3, 2],
  [4, 3],
  [1, 1],
  [3, 4],
  [2, 3],
  [9, 16],
  [9, 21],
] as const;

/** From wide to tall. */
export const aspectRatios: readonly AspectRatio[] = shapes.map(([width, height]) => ({
  name: `${width}:${height}`,
  width,
  height,
}));

/** What today's models were trained on. */
const usualPixels = 1024 * 1024;

/** Sides that every model takes: their inner picture is an eighth as large and halved three times on the way. */
const step = 64;

/** Sides that nearly every model takes: the inner picture is an eighth as large. */
const fineStep = 8;

/** How far a size may be from a preset's shape and still be called by its name: sides come in steps. */
const tolerance = 0.05;

/** Of the sizes in steps of 64, the one that is nearest in shape and in pixels together. */
export function sizeFor(ratio: Ratio, pixels = usualPixels): ImageSize {
  if (ratio.height > ratio.width) return swap(sizeFor(swap(ratio), pixels));
  const widths = around(Math.sqrt((pixels * ratio.width) / ratio.height));
  const heights = around(Math.sqrt((pixels * ratio.height) / ratio.width));
  const sizes = widths.flatMap((width) => heights.map((height) => ({ width, height })));
  const distances = sizes.map((size) => distance(size, ratio) + Math.abs(Math.log(area(size) / pixels)));
  // Smaller ones come first and win where nothing but rounding makes a difference.
  const nearest = Math.min(...distances) + 1e-9;
  return sizes[distances.findIndex((each) => each <= nearest)] ?? { width: step, height: step };
}

export function swap({ width, height }: ImageSize): ImageSize {
  return { width: height, height: width };
}

/** The size that keeps a ratio when one side is changed: the other in steps of 8, unless it comes out even. */
export function withRatio(changed: Pick<ImageSize, 'width'> | Pick<ImageSize, 'height'>, ratio: Ratio): ImageSize {
  if ('height' in changed) return swap(withRatio({ width: changed.height }, swap(ratio)));
  return { width: changed.width, height: withinRange(inSteps((changed.width * ratio.height) / ratio.width)) };
}

/** The preset that a size is meant to be, if any. */
export function aspectRatioOf(size: ImageSize): AspectRatio | undefined {
  return aspectRatios.find((ratio) => distance(size, ratio) < tolerance);
}

function distance(size: ImageSize, ratio: Ratio): number {
  return Math.abs(Math.log((size.width * ratio.height) / (size.height * ratio.width)));
}

function area({ width, height }: ImageSize): number {
  return width * height;
}

/** The steps below and above. */
function around(side: number): readonly number[] {
  const below = Math.max(1, Math.floor(side / step + 1e-9)) * step;
  return below >= side - 1e-9 ? [below] : [below, below + step];
}

function inSteps(side: number): number {
  return Number.isInteger(side) ? side : Math.round(side / fineStep) * fineStep;
}

function withinRange(side: number): number {
  const { min, max } = parameters.width;
  return Math.min(max, Math.max(min, side));
}
