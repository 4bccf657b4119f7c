import assert from 'node:assert/strict';
import { variationCount } from '../../../../src/core/sidebar/variationCount.ts';

describe('variationCount', () => {
  it('is what the form says, where that is several', () => {
    for (const [field, count] of [
      ['2', 2],
      [' 32 ', 32],
    ] as const) {
      assert.equal(variationCount(field, 3), count);
    }
  });

  it('is the usual number where the form says one, nothing, or what cannot be', () => {
    for (const field of ['1', '', '0', '-4', '33', '2.5', 'many', '1e9']) assert.equal(variationCount(field, 3), 3);
  });
});
