import assert from 'node:assert/strict';
import { encodePng } from '../../../demoApi/picture/encodePng.ts';
import { noise } from './noise.ts';
import { readPng } from './readPng.ts';

describe('encodePng', () => {
  for (const [width, height] of [
    [1, 1],
    [17, 5],
    [64, 48],
  ] as const) {
    it(`keeps every pixel of ${width} × ${height}`, async () => {
      const raster = noise(width, height);
      assert.deepEqual(readPng(Buffer.from(await encodePng(raster))), raster);
    });
  }
});
