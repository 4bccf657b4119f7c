import assert from 'node:assert/strict';
import { encodeJpeg } from '../../../demoApi/picture/encodeJpeg.ts';
import type { Raster } from '../../../demoApi/picture/raster.ts';
import { noise } from './noise.ts';
import { readJpeg } from './readJpeg.ts';

describe('encodeJpeg', () => {
  for (const [width, height] of [
    [1, 1],
    [8, 8],
    [17, 41],
    [64, 48],
  ] as const) {
    it(`comes close to every pixel of ${width} × ${height}`, () => {
      const raster = noise(width, height);
      const read = readJpeg(Buffer.from(encodeJpeg(raster, 98)));
      assert.deepEqual([read.width, read.height], [width, height]);
      assert.ok(meanError(raster, read) < 2, String(meanError(raster, read)));
    });
  }

  it('is smaller the lower the quality', () => {
    const sizes = [20, 60, 95, 100].map((quality) => encodeJpeg(noise(64, 64), quality).length);
    assert.deepEqual(
      sizes,
      sizes.toSorted((a, b) => a - b),
    );
  });

  it('writes hard edges and full black and white without overflow', () => {
    const pixels = Uint8Array.from({ length: 32 * 32 * 3 }, (_zero, at) => ((at / 3) & 1 ? 255 : 0));
    const raster = { width: 32, height: 32, pixels };
    assert.ok(meanError(raster, readJpeg(Buffer.from(encodeJpeg(raster, 100)))) < 1);
  });
});

function meanError(a: Raster, b: Raster): number {
  const sum = a.pixels.reduce((total, value, at) => total + Math.abs(value - (b.pixels[at] ?? 0)), 0);
  return sum / a.pixels.length;
}
