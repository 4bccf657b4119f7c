/** Baseline JPEG (ITU-T T.81) with JFIF header, all three components at full resolution (4:4:4). */
import { createBitWriter } from './bitWriter.ts';
import type { BitWriter } from './bitWriter.ts';
import { forwardDct } from './forwardDct.ts';
import { huffmanTables, quantization, zigzag } from './jpegTables.ts';
import type { HuffmanTable } from './jpegTables.ts';
import type { Raster } from './raster.ts';

/** @param quality 1 to 100. */
export function encodeJpeg(raster: Raster, quality: number): Uint8Array {
  const tables = quantization(quality);
  return Buffer.concat([header(raster, tables), scan(raster, tables), Uint8Array.of(0xff, 0xd9)]);
}

type Quantization = ReturnType<typeof quantization>;

function header({ width, height }: Raster, { luminance, chrominance }: Quantization): Uint8Array {
  const startOfImage = [0xff, 0xd8];
  return Uint8Array.from([
    ...startOfImage,
    ...segment(0xe0, [...Buffer.from('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...segment(0xdb, [0, ...inZigzag(luminance), 1, ...inZigzag(chrominance)]),
    ...segment(0xc0, [8, ...word(height), ...word(width), 3, 1, 0x11, 0, 2, 0x11, 1, 3, 0x11, 1]),
    ...segment(0xc4, [
      ...huffman(0x00, huffmanTables.luminanceDc),
      ...huffman(0x10, huffmanTables.luminanceAc),
      ...huffman(0x01, huffmanTables.chrominanceDc),
      ...huffman(0x11, huffmanTables.chrominanceAc),
    ]),
    ...segment(0xda, [3, 1, 0x00, 2, 0x11, 3, 0x11, 0, 63, 0]),
  ]);
}

function inZigzag(table: Uint8Array): readonly number[] {
  return zigzag.map((place) => table[place] ?? 0);
}

function huffman(id: number, { counts, symbols }: HuffmanTable): readonly number[] {
  return [id, ...counts, ...symbols];
}

function segment(marker: number, content: readonly number[]): readonly number[] {
  return [0xff, marker, ...word(content.length + 2), ...content];
}

function word(value: number): readonly [number, number] {
  return [value >> 8, value & 255];
}

interface Component {
  /** Weights of red, green and blue. */
  readonly weights: readonly [number, number, number];
  /** Added to the weighted sum, so that values lie around zero. */
  readonly offset: number;
  readonly divisors: Float64Array;
  readonly dc: CodeTable;
  readonly ac: CodeTable;
  lastDc: number;
}

function scan(raster: Raster, { luminance, chrominance }: Quantization): Uint8Array {
  const divisors = [luminance, chrominance].map((table) =>
    Float64Array.from(zigzag, (place) => 1 / (table[place] ?? 1)),
  );
  const [bright = new Float64Array(64), colour = new Float64Array(64)] = divisors;
  const brightCodes = { dc: codesOf(huffmanTables.luminanceDc), ac: codesOf(huffmanTables.luminanceAc) };
  const colourCodes = { dc: codesOf(huffmanTables.chrominanceDc), ac: codesOf(huffmanTables.chrominanceAc) };
  // Weights of JFIF (BT.601, full range).
  const components: readonly Component[] = [
    { weights: [0.299, 0.587, 0.114], offset: -128, divisors: bright, ...brightCodes, lastDc: 0 },
    { weights: [-0.168736, -0.331264, 0.5], offset: 0, divisors: colour, ...colourCodes, lastDc: 0 },
    { weights: [0.5, -0.418688, -0.081312], offset: 0, divisors: colour, ...colourCodes, lastDc: 0 },
  ];
  const bits = createBitWriter(raster.pixels.length >> 2);
  const block = new Float64Array(64);
  for (let top = 0; top < raster.height; top += 8) {
    for (let left = 0; left < raster.width; left += 8) {
      for (const component of components) {
        readBlock(raster, left, top, component, block);
        forwardDct(block);
        writeBlock(block, component, bits);
      }
    }
  }
  return bits.finish();
}

/** Past the edges the last row and column are repeated. */
function readBlock(
  { width, height, pixels }: Raster,
  left: number,
  top: number,
  component: Component,
  block: Float64Array,
): void {
  const [red, green, blue] = component.weights;
  for (let place = 0; place < 64; place += 1) {
    const x = Math.min(left + (place & 7), width - 1);
    const y = Math.min(top + (place >> 3), height - 1);
    const at = (y * width + x) * 3;
    block[place] =
      red * (pixels[at] ?? 0) + green * (pixels[at + 1] ?? 0) + blue * (pixels[at + 2] ?? 0) + component.offset;
  }
}

function writeBlock(block: Float64Array, component: Component, bits: BitWriter): void {
  const { divisors, dc, ac } = component;
  const level = Math.round((block[0] ?? 0) * (divisors[0] ?? 1));
  writeValue(level - component.lastDc, 0, dc, bits);
  component.lastDc = level;
  let zeros = 0;
  for (let at = 1; at < 64; at += 1) {
    const value = Math.round((block[zigzag[at] ?? 0] ?? 0) * (divisors[at] ?? 1));
    if (value === 0) {
      zeros += 1;
      continue;
    }
    for (; zeros > 15; zeros -= 16) bits.write(ac.codes[0xf0] ?? 0, ac.lengths[0xf0] ?? 0);
    writeValue(value, zeros, ac, bits);
    zeros = 0;
  }
  if (zeros > 0) bits.write(ac.codes[0] ?? 0, ac.lengths[0] ?? 0);
}

/** A symbol that tells the run of zeros before and the size of the value, then the value's own bits. */
function writeValue(value: number, zeros: number, table: CodeTable, bits: BitWriter): void {
  const size = 32 - Math.clz32(Math.abs(value));
  const symbol = (zeros << 4) | size;
  bits.write(table.codes[symbol] ?? 0, table.lengths[symbol] ?? 0);
  bits.write(value < 0 ? value + (1 << size) - 1 : value, size);
}

interface CodeTable {
  readonly codes: Uint16Array;
  readonly lengths: Uint8Array;
}

/** Canonical codes (annex C): counted up within a length, doubled from one length to the next. */
function codesOf({ counts, symbols }: HuffmanTable): CodeTable {
  const codes = new Uint16Array(256);
  const lengths = new Uint8Array(256);
  let code = 0;
  let next = 0;
  for (const [index, count] of counts.entries()) {
    for (const symbol of symbols.slice(next, next + count)) {
      codes[symbol] = code;
      lengths[symbol] = index + 1;
      code += 1;
    }
    next += count;
    code <<= 1;
  }
  return { codes, lengths };
}
