import assert from 'node:assert/strict';
import { createVersionCache } from '../../../../src/core/links/versionCache.ts';

describe('what was worked out of a version', () => {
  it('is kept until there is another, for each thing apart', () => {
    const cache = createVersionCache<number>();
    let made = 0;
    const get = (key: string, version: string): number => cache.get(key, version, () => ++made);
    assert.deepEqual([get('a', '1'), get('a', '1'), get('b', '1'), get('a', '2'), get('b', '1')], [1, 1, 2, 3, 2]);
    assert.equal(get('a', '1'), 4, 'an older version is not kept');
    cache.drop('a');
    assert.equal(get('a', '1'), 5);
  });
});
