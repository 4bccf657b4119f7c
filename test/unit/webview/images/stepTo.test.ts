import assert from 'node:assert/strict';
import { stepTo } from '../../../../src/webview/images/stepTo.ts';

describe('stepTo', () => {
  it('goes back and forth, and to both ends', () => {
    assert.deepEqual(
      ['ArrowLeft', 'ArrowUp', 'ArrowRight', 'ArrowDown', 'Home', 'End'].map((key) => stepTo(key, 4, 32)),
      [3, 3, 5, 5, 0, 31],
    );
  });

  it('stays at the ends', () => {
    assert.equal(stepTo('ArrowLeft', 0, 3), 0);
    assert.equal(stepTo('ArrowRight', 2, 3), 2);
  });

  it('leaves all other keys alone', () => assert.equal(stepTo('Tab', 1, 3), undefined));
});
