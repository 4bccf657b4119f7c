/** A finished picture: rows from the top, three bytes (sRGB red, green, blue) for each pixel. */
export interface Raster {
  /** Pixels. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
  readonly pixels: Uint8Array;
}
