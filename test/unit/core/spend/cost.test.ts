import assert from 'node:assert/strict';
import { costIn } from '../../../../src/core/spend/cost.ts';
import { nothingTallied, tallyWith } from '../../../../src/core/spend/tally.ts';

describe('costIn', () => {
  it('takes amounts and nothing else', () => {
    assert.deepEqual(costIn({ computeSeconds: 0.5, billableUnits: 2, mood: 1 }), {
      computeSeconds: 0.5,
      billableUnits: 2,
    });
    assert.deepEqual(costIn({ computeSeconds: 0 }), { computeSeconds: 0 });
    assert.deepEqual(costIn({ computeSeconds: -1, billableUnits: 1 }), { billableUnits: 1 });
    for (const value of [undefined, null, 5, 'x', [], {}, { computeSeconds: '1' }, { billableUnits: Number.NaN }]) {
      assert.equal(costIn(value), undefined, JSON.stringify(value));
    }
  });
});

describe('a tally', () => {
  it('adds up seconds, and units for each service by itself', () => {
    const costs = [
      ['fal-ai', { computeSeconds: 1.5, billableUnits: 1 }],
      ['fal-ai', { billableUnits: 2 }],
      ['replicate', { computeSeconds: 2 }],
      ['constructor', { billableUnits: 4 }],
      ['together', {}],
    ] as const;
    const tally = costs.reduce((sum, [provider, cost]) => tallyWith(sum, provider, cost), nothingTallied);
    assert.deepEqual(tally, { computeSeconds: 3.5, billableUnits: { 'fal-ai': 3, constructor: 4 } });
  });
});
