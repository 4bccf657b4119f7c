import assert from 'node:assert/strict';
import { drawPicture } from '../../../demoApi/picture/drawPicture.ts';

const drawing = { prompt: 'a lighthouse at dusk', negativePrompt: [], width: 96, height: 64, seed: 1n };

describe('drawPicture', () => {
  it('draws the same pixels for the same words, seed and size', () => {
    assert.deepEqual(drawPicture(drawing), drawPicture({ ...drawing }));
  });

  it('draws other pixels for other words, another seed or another thing to avoid', () => {
    const first = drawPicture(drawing).pixels;
    assert.notDeepEqual(drawPicture({ ...drawing, prompt: 'a forest at noon' }).pixels, first);
    assert.notDeepEqual(drawPicture({ ...drawing, seed: 2n }).pixels, first);
    assert.notDeepEqual(drawPicture({ ...drawing, seed: 2n ** 64n - 1n }).pixels, first);
    assert.notDeepEqual(drawPicture({ ...drawing, negativePrompt: ['lighthouse'] }).pixels, first);
  });

  it('fills every size, also absurd ones', () => {
    for (const [width, height] of [
      [16, 16],
      [16, 512],
      [512, 16],
      [33, 57],
    ] as const) {
      const raster = drawPicture({ ...drawing, width, height });
      assert.equal(raster.pixels.length, width * height * 3);
      assert.ok(new Set(raster.pixels).size > 8, 'not one colour');
    }
  });
});
