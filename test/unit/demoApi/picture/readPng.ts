/** Reads PNG files of 8-bit colour: checks signature, order and checksums of the chunks, and takes the filters away. */
import assert from 'node:assert/strict';
import { inflateSync } from 'node:zlib';
import type { Raster } from '../../../demoApi/picture/raster.ts';

/** @throws AssertionError on a file that is not right. */
export function readPng(bytes: Buffer): Raster {
  assert.equal(bytes.subarray(0, 8).toString('latin1'), '\u0089PNG\r\n\u001a\n');
  const chunks: { readonly type: string; readonly data: Buffer }[] = [];
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const body = bytes.subarray(at + 4, at + 8 + length);
    assert.equal(bytes.readUInt32BE(at + 8 + length), crcBitByBit(body), 'checksum');
    chunks.push({ type: body.toString('latin1', 0, 4), data: body.subarray(4) });
    at += length + 12;
  }
  assert.deepEqual(
    chunks.map(({ type }) => type),
    ['IHDR', 'IDAT', 'IEND'],
  );
  const [header = Buffer.alloc(0), data = Buffer.alloc(0)] = chunks.map((chunk) => chunk.data);
  assert.deepEqual([...header.subarray(8)], [8, 2, 0, 0, 0], '8-bit colour, no interlace');
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  return { width, height, pixels: unfiltered(inflateSync(data), width * 3, height) };
}

/** As the standard defines it, slow and without a table. */
function crcBitByBit(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

function unfiltered(data: Buffer, stride: number, height: number): Uint8Array {
  assert.equal(data.length, (stride + 1) * height);
  const pixels = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1) {
    const type = data[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x;
      const left = x < 3 ? 0 : (pixels[at - 3] ?? 0);
      const above = y === 0 ? 0 : (pixels[at - stride] ?? 0);
      const corner = x < 3 || y === 0 ? 0 : (pixels[at - stride - 3] ?? 0);
      const predictions = [0, left, above, (left + above) >> 1, nearest(left + above - corner, [left, above, corner])];
      const prediction = predictions[type];
      assert.ok(prediction !== undefined, `filter ${type}`);
      pixels[at] = (data[at + y + 1] ?? 0) + prediction;
    }
  }
  return pixels;
}

/** The first of the values that are nearest. */
function nearest(target: number, values: readonly number[]): number {
  return values.reduce((best, value) => (Math.abs(target - value) < Math.abs(target - best) ? value : best));
}
