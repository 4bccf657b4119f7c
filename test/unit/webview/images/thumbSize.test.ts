import assert from 'node:assert/strict';
import { thumbSize } from '../../../../src/webview/images/thumbSize.ts';

describe('thumbSize', () => {
  it('fits into 256 pixels and keeps the shape', () => {
    assert.deepEqual(thumbSize({ width: 1024, height: 1024 }), { width: 256, height: 256 });
    assert.deepEqual(thumbSize({ width: 1344, height: 768 }), { width: 256, height: 146 });
    assert.deepEqual(thumbSize({ width: 768, height: 1344 }), { width: 146, height: 256 });
  });

  it('never makes a picture larger, and never leaves nothing of it', () => {
    assert.deepEqual(thumbSize({ width: 100, height: 50 }), { width: 100, height: 50 });
    assert.deepEqual(thumbSize({ width: 16_384, height: 16 }), { width: 256, height: 1 });
  });
});
