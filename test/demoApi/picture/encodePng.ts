/** PNG (RFC 2083): 8-bit colour, one IDAT chunk, each row with the better of two filters. */
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

/** The difference to the row above (filter 2) or to a guess from three neighbours (filter 4), whichever is smaller. */
function filtered({ width, height, pixels }: Raster): Uint8Array {
  const stride = width * channels;
  const out = new Uint8Array((stride + 1) * height);
  const guessed = new Uint8Array(stride);
  for (let y = 0; y < height; y += 1) {
    const start = y * stride;
    const target = y * (stride + 1) + 1;
    let byAbove = 0;
    let byGuess = 0;
    for (let x = 0; x < stride; x += 1) {
      const value = pixels[start + x] ?? 0;
      const above = y === 0 ? 0 : (pixels[start + x - stride] ?? 0);
      const left = x < channels ? 0 : (pixels[start + x - channels] ?? 0);
      const corner = y === 0 || x < channels ? 0 : (pixels[start + x - stride - channels] ?? 0);
      const fromAbove = ((value - above) << 24) >> 24;
      const fromGuess = ((value - paeth(left, above, corner)) << 24) >> 24;
      out[target + x] = fromAbove;
      guessed[x] = fromGuess;
      byAbove += fromAbove < 0 ? -fromAbove : fromAbove;
      byGuess += fromGuess < 0 ? -fromGuess : fromGuess;
    }
    out[target - 1] = byAbove <= byGuess ? 2 : 4;
    if (byGuess < byAbove) out.set(guessed, target);
  }
  return out;
}

function paeth(left: number, above: number, corner: number): number {
  const estimate = left + above - corner;
  const byLeft = Math.abs(estimate - left);
  const byAbove = Math.abs(estimate - above);
  const byCorner = Math.abs(estimate - corner);
  if (byLeft <= byAbove && byLeft <= byCorner) return left;
  return byAbove <= byCorner ? above : corner;
}
