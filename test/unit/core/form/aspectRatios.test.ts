import assert from 'node:assert/strict';
import { aspectRatioOf, aspectRatios, sizeFor, swap, withRatio } from '../../../../src/core/form/aspectRatios.ts';

describe('aspectRatios', () => {
  it('gives the sizes that models were trained on', () => {
    const sizes = aspectRatios.map((ratio) => {
      const { width, height } = sizeFor(ratio);
      return `${ratio.name} ${width}x${height}`;
    });
    assert.deepEqual(sizes, [
      '21:9 1536x640',
      '16:9 1344x768',
      '3:2 1280x832',
      '4:3 1152x896',
      '1:1 1024x1024',
      '3:4 896x1152',
      '2:3 832x1280',
      '9:16 768x1344',
      '9:21 640x1536',
    ]);
  });

  it('keeps near to the number of pixels, in steps of 64, and recognises its own sizes', () => {
    for (const pixels of [512 * 512, 768 * 768, 1024 * 1024, 1536 * 1536, 2048 * 2048]) {
      for (const ratio of aspectRatios) {
        const { width, height } = sizeFor(ratio, pixels);
        assert.ok(width % 64 === 0 && height % 64 === 0);
        assert.ok(Math.abs((width * height) / pixels - 1) < 0.13, `${ratio.name} ${pixels}: ${width}x${height}`);
        if (pixels >= 1024 * 1024) assert.equal(aspectRatioOf({ width, height }), ratio);
      }
    }
  });

  it('has no size below one step', () => {
    assert.deepEqual(sizeFor({ width: 21, height: 9 }, 1), { width: 64, height: 64 });
  });

  it('recognises what is exactly a ratio, and nothing between two', () => {
    assert.equal(aspectRatioOf({ width: 1920, height: 1080 })?.name, '16:9');
    assert.equal(aspectRatioOf({ width: 600, height: 800 })?.name, '3:4');
    assert.equal(aspectRatioOf({ width: 1130, height: 1000 }), undefined);
    assert.equal(aspectRatioOf({ width: 4000, height: 1000 }), undefined);
  });

  it('swaps', () => assert.deepEqual(swap({ width: 3, height: 2 }), { width: 2, height: 3 }));

  it('keeps a ratio when one side changes', () => {
    assert.deepEqual(withRatio({ width: 1920 }, { width: 16, height: 9 }), { width: 1920, height: 1080 });
    assert.deepEqual(withRatio({ height: 1080 }, { width: 16, height: 9 }), { width: 1920, height: 1080 });
    assert.deepEqual(withRatio({ width: 1001 }, { width: 1, height: 1 }), { width: 1001, height: 1001 });
    assert.deepEqual(withRatio({ width: 1000 }, { width: 1344, height: 768 }), { width: 1000, height: 568 });
    assert.deepEqual(withRatio({ height: 1000 }, { width: 2, height: 3 }), { width: 664, height: 1000 });
  });

  it('keeps the other side within what may be asked for', () => {
    assert.deepEqual(withRatio({ width: 16 }, { width: 21, height: 9 }), { width: 16, height: 16 });
    assert.deepEqual(withRatio({ height: 16_384 }, { width: 21, height: 9 }), { width: 16_384, height: 16_384 });
  });
});
