/** PNG (RFC 2083): 8-bit colour, one IDAT chunk, each row with the filter that leaves the smallest differences. */
import { promisify } from 'node:util';
import { deflate } from 'node:zlib';
import { crc32 } from './crc32.ts';
import type { Raster } from './raster.ts';

const compress = promisify(deflate);
const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const channels = 3;

export async function encodePng(raster: Raster): Promise<Uint8Array> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(raster.width, 0);
  header.writeUInt32BE(raster.height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const data = await compress(filtered(raster), { level: 4 });
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', new Uint8Array())]);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = Buffer.alloc(data.byteLength + 12);
  bytes.writeUInt32BE(data.byteLength, 0);
  bytes.write(type, 4, 'latin1');
  bytes.set(data, 8);
  bytes.writeUInt32BE(crc32(bytes.subarray(4, -4)), data.byteLength + 8);
  return bytes;
}

/** What a filter takes away from a byte: from the bytes to the left, above, and above to the left. */
const predictions = [
  { type: 1, predict: (left: number) => left },
  { type: 2, predict: (_left: number, above: number) => above },
  { type: 4, predict: paeth },
] as const;

function filtered({ width, height, pixels }: Raster): Uint8Array {
  const stride = width * channels;
  const out = new Uint8Array((stride + 1) * height);
  const candidates = predictions.map((filter) => ({ ...filter, row: new Uint8Array(stride) }));
  let above = new Uint8Array(stride);
  for (let y = 0; y < height; y += 1) {
    const row = pixels.subarray(y * stride, (y + 1) * stride);
    let best = candidates[0];
    let least = Infinity;
    for (const candidate of candidates) {
      const cost = filterRow(row, above, candidate.predict, candidate.row);
      if (cost >= least) continue;
      least = cost;
      best = candidate;
    }
    out[y * (stride + 1)] = best?.type ?? 0;
    out.set(best?.row ?? row, y * (stride + 1) + 1);
    above = row as Uint8Array<ArrayBuffer>;
  }
  return out;
}

/** Writes the differences and returns their sum, which foretells how well they compress. */
function filterRow(
  row: Uint8Array,
  above: Uint8Array,
  predict: (left: number, above: number, corner: number) => number,
  out: Uint8Array,
): number {
  let cost = 0;
  for (let at = 0; at < row.length; at += 1) {
    const left = at < channels ? 0 : (row[at - channels] ?? 0);
    const corner = at < channels ? 0 : (above[at - channels] ?? 0);
    const difference = ((row[at] ?? 0) - predict(left, above[at] ?? 0, corner)) & 255;
    out[at] = difference;
    cost += difference < 128 ? difference : 256 - difference;
  }
  return cost;
}

function paeth(left: number, above: number, corner: number): number {
  const estimate = left + above - corner;
  const byLeft = Math.abs(estimate - left);
  const byAbove = Math.abs(estimate - above);
  const byCorner = Math.abs(estimate - corner);
  if (byLeft <= byAbove && byLeft <= byCorner) return left;
  return byAbove <= byCorner ? above : corner;
}
