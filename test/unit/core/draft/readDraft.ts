/** Reads a draft as a picture program would: four bits a pixel, a palette, rows as they are or as the row above. */
import assert from 'node:assert/strict';
import { inflateSync } from 'node:zlib';
import { pngChunks } from '../../../../src/core/image/pngChunks.ts';
import { crc32 } from '../../../demoApi/picture/crc32.ts';

export interface DraftPixels {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue of each of the sixteen entries. */
  readonly palette: readonly (readonly number[])[];
  /** One entry of the palette for each pixel, row by row. */
  readonly pixels: Uint8Array;
}

/** @throws AssertionError on a file that is not right */
export function readDraft(bytes: Uint8Array): DraftPixels {
  const file = Buffer.from(bytes);
  const chunks = [...pngChunks(bytes)];
  for (const { at, dataEnd } of chunks) assert.equal(crc32(file.subarray(at + 4, dataEnd)), file.readUInt32BE(dataEnd));
  assert.equal(chunks.at(-1)?.end, bytes.length, 'nothing is missing, and nothing follows');
  const dataOf = (type: string): Buffer =>
    Buffer.concat(
      chunks.filter((chunk) => chunk.type === type).map(({ start, dataEnd }) => file.subarray(start, dataEnd)),
    );
  const header = dataOf('IHDR');
  assert.deepEqual([...header.subarray(8)], [4, 3, 0, 0, 0], 'four bits, a palette, no interlace');
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const colours = dataOf('PLTE');
  assert.equal(colours.length, 16 * 3);
  const palette = Array.from({ length: 16 }, (_, entry) => [...colours.subarray(entry * 3, entry * 3 + 3)]);
  return { width, height, palette, pixels: unpacked(inflateSync(dataOf('IDAT')), width, height) };
}

function unpacked(data: Buffer, width: number, height: number): Uint8Array {
  const stride = 1 + Math.ceil(width / 2);
  assert.equal(data.length, stride * height);
  const pixels = new Uint8Array(width * height);
  let above = Buffer.alloc(stride);
  for (let y = 0; y < height; y += 1) {
    const row = Buffer.from(data.subarray(y * stride, (y + 1) * stride));
    assert.ok(row[0] === 0 || row[0] === 2, `filter ${row[0]}`);
    if (row[0] === 2) for (let at = 1; at < stride; at += 1) row[at] = (row[at] ?? 0) + (above[at] ?? 0);
    for (let x = 0; x < width; x += 1) {
      const two = row[1 + (x >> 1)] ?? 0;
      pixels[y * width + x] = x % 2 === 0 ? two >> 4 : two & 15;
    }
    above = row;
  }
  return pixels;
}

/** How many pixels have full ink. */
export function inkOf({ pixels }: DraftPixels): number {
  return pixels.filter((entry) => entry === 15).length;
}
