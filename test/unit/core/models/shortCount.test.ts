import assert from 'node:assert/strict';
import { shortCount } from '../../../../src/core/models/shortCount.ts';

describe('shortCount', () => {
  for (const [count, text] of [
    [0, '0'],
    [7, '7'],
    [999, '999'],
    [999.4, '999'],
    [1_000, '1k'],
    [1_049, '1k'],
    [1_051, '1.1k'],
    [12_311, '12.3k'],
    [99_949, '99.9k'],
    [99_951, '100k'],
    [702_313, '702k'],
    [999_499, '999k'],
    [999_501, '1M'],
    [1_204_118, '1.2M'],
    [3_000_000_000, '3B'],
    [5e15, '5000000B'],
  ] as const) {
    it(`writes ${count} as ${text}`, () => assert.equal(shortCount(count), text));
  }
});
