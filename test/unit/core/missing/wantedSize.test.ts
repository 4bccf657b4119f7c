import assert from 'node:assert/strict';
import { wantedSize } from '../../../../src/core/missing/wantedSize.ts';

describe('wantedSize', () => {
  it('is what the link says, in whole pixels', () => {
    assert.deepEqual(wantedSize({ width: 640, height: 359.6 }), { width: 640, height: 360 });
  });

  it('is nothing where one side is missing or cannot be meant', () => {
    for (const size of [{ width: 640 }, { height: 640 }, {}, { width: 1, height: 1 }, { width: 1e9, height: 640 }]) {
      assert.deepEqual(wantedSize(size), {});
    }
  });
});
