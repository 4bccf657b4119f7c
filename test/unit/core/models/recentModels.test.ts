import assert from 'node:assert/strict';
import { recentModels } from '../../../../src/core/models/recentModels.ts';

describe('recentModels', () => {
  it('has each once, the latest first', () => {
    const uses = [
      { model: 'a/old', at: 1 },
      { model: 'a/used', at: 5 },
      { model: 'a/chosen', at: 9 },
      { model: 'a/old', at: 7 },
    ];
    assert.deepEqual(recentModels(uses, 10), ['a/chosen', 'a/old', 'a/used']);
    assert.deepEqual(recentModels(uses, 2), ['a/chosen', 'a/old']);
    assert.deepEqual(recentModels([], 2), []);
  });
});
