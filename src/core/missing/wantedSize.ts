/** The size that a link asks for. */
import { parameters } from '../parameters.ts';

interface Size {
  readonly width?: number;
  readonly height?: number;
}

/** Pixels; nothing unless both are said and can be meant: a picture is not made in the proportions of a guess. */
export function wantedSize({ width, height }: Size): Size {
  if (!fits(width, parameters.width) || !fits(height, parameters.height)) return {};
  return { width: Math.round(width), height: Math.round(height) };
}

function fits(
  value: number | undefined,
  { min, max }: { readonly min: number; readonly max: number },
): value is number {
  return value !== undefined && Math.round(value) >= min && Math.round(value) <= max;
}
