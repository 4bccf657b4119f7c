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

  it('leaves no hole in any scene', function () {
    this.timeout(60_000);
    const scenes = ['lighthouse', 'boat at sea', 'lake with a cabin', 'castle in the mountains', 'pine forest'];
    const others = ['balloons over hills, a cottage, flowers', 'desert with cactus', 'city', 'snow', 'rain', 'fog'];
    for (const prompt of [...scenes, ...others].map((words) => `${words} at dusk`)) {
      for (const [width, height, seed] of [
        [96, 64, 1n],
        [300, 100, 1n],
        [64, 120, 2n],
      ] as const) {
        const { pixels } = drawPicture({ prompt, negativePrompt: [], width, height, seed });
        // Nothing is black at dusk: a pixel without any light is one whose colour could not be computed.
        const hole = pixels.findIndex((_byte, at) => at % 3 === 0 && !pixels.subarray(at, at + 3).some(Boolean));
        assert.equal(hole, -1, `${prompt}, seed ${seed}: ${(hole / 3) % width}, ${Math.floor(hole / 3 / width)}`);
      }
    }
  });
});
