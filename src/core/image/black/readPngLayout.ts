/** How the inflated pixels of a PNG are laid out: https://www.w3.org/TR/png-3/#4Concepts.EncodingScanlineAbs */
import { bigEndian } from '../../bytes/byteOrder.ts';

export interface PngLayout {
  readonly width: number;
  readonly height: number;
  readonly bitDepth: number;
  readonly colourType: PngColourType;
  /** Bytes from a sample to the same sample of the pixel before, at least 1: what filters count with. */
  readonly pixelBytes: number;
  /** Rows in the order in which they come; those of an interlaced picture come in seven passes. */
  readonly passes: readonly PngPass[];
}

export interface PngPass {
  readonly columns: number;
  readonly rows: number;
  /** Of one row, without the byte in front that names its filter. */
  readonly rowBytes: number;
}

/** Samples in a pixel, by colour type: grey, RGB, palette index, grey with alpha, RGB with alpha. */
const samples = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 } as const;
export type PngColourType = keyof typeof samples;

/** Adam7: the first column and row of each pass and the steps to the next. */
const interlaced = [
  { x: 0, y: 0, right: 8, down: 8 },
  { x: 4, y: 0, right: 8, down: 8 },
  { x: 0, y: 4, right: 4, down: 8 },
  { x: 2, y: 0, right: 4, down: 4 },
  { x: 0, y: 2, right: 2, down: 4 },
  { x: 1, y: 0, right: 2, down: 2 },
  { x: 0, y: 1, right: 1, down: 2 },
] as const;
const oneAfterTheOther = [{ x: 0, y: 0, right: 1, down: 1 }] as const;

/** Undefined for what no PNG may say. `at` is where the data of `IHDR` begin. */
export function readPngLayout(bytes: Uint8Array, at: number): PngLayout | undefined {
  const width = bigEndian.uint32(bytes, at);
  const height = bigEndian.uint32(bytes, at + 4);
  const [bitDepth = 0, colourType = 0, , , interlace] = bytes.subarray(at + 8, at + 13);
  if (![1, 2, 4, 8, 16].includes(bitDepth) || !isColourType(colourType)) return undefined;

  const pixelBits = bitDepth * samples[colourType];
  const passes = (interlace === 1 ? interlaced : oneAfterTheOther)
    .map(({ x, y, right, down }) => ({ columns: Math.ceil((width - x) / right), rows: Math.ceil((height - y) / down) }))
    .filter(({ columns, rows }) => columns > 0 && rows > 0)
    .map((pass) => ({ ...pass, rowBytes: Math.ceil((pass.columns * pixelBits) / 8) }));
  return { width, height, bitDepth, colourType, pixelBytes: Math.ceil(pixelBits / 8), passes };
}

function isColourType(value: number): value is PngColourType {
  return Object.hasOwn(samples, value);
}
