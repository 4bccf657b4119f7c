import assert from 'node:assert/strict';
import { randomSeed } from '../../../src/core/randomSeed.ts';

describe('randomSeed', () => {
  it('is never more than a signed integer of 32 bits holds', () => {
    assert.equal(randomSeed(0xffff_ffff), '2147483647');
    assert.equal(randomSeed(0), '0');
    assert.equal(randomSeed(15), '7');
  });
});
