/** Sizes as image options give them. */

/** `300` and `300px`; undefined for every other unit and for what is no size. */
export function pixels(size: string | undefined): number | undefined {
  const digits = /^\s*(\d{1,5})\s*(?:px)?\s*$/u.exec(size ?? '')?.[1];
  const value = Number(digits);
  return digits !== undefined && value > 0 ? value : undefined;
}

/** The two as a found link has them, missing where unknown. */
export function pixelSize(
  width: string | undefined,
  height: string | undefined,
): { readonly width?: number; readonly height?: number } {
  const [w, h] = [pixels(width), pixels(height)];
  return { ...(w === undefined ? {} : { width: w }), ...(h === undefined ? {} : { height: h }) };
}
