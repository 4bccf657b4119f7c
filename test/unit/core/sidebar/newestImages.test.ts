import assert from 'node:assert/strict';
import { newestImages } from '../../../../src/core/sidebar/newestImages.ts';

const images = (...groups: readonly (readonly [group: string, count: number])[]) =>
  groups.flatMap(([group, count]) => Array.from({ length: count }, () => ({ group })));

describe('the results', () => {
  for (const [what, given, count] of [
    ['none', images(), 0],
    ['all, where there are few', images(['b', 1], ['a', 3]), 4],
    ['twelve of many', images(['b', 1], ['a', 40]), 12],
    ['all that were asked for together', images(['b', 20], ['a', 5]), 20],
    ['all of one job, where there is no other', images(['a', 20]), 20],
    ['as many of one job as one call makes', images(['a', 40], ['b', 1]), 32],
  ] as const) {
    it(`are ${what}`, () => assert.equal(newestImages(given).length, count));
  }
});
