/** The size of a small picture: as large as fits into a square, and never larger than the picture itself. */
import type { ImageSize } from '../../core/image.ts';

/** Pixels of the square's side: sharp in the grid's cells on a dense screen too. */
const side = 256;

export function thumbSize({ width, height }: ImageSize): ImageSize {
  const scale = Math.min(1, side / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
