import assert from 'node:assert/strict';
import { createCoverage } from '../../../demoApi/picture/coverage.ts';
import type { Polygon } from '../../../demoApi/picture/coverage.ts';

/** Shares of a 4 × 3 picture, row by row, in hundredths. */
function shares(...polygons: readonly Polygon[]): number[] {
  const coverage = createCoverage(4, 3);
  for (const polygon of polygons) coverage.add(polygon);
  const found = Array.from({ length: 12 }, () => 0);
  coverage.take((x, y, share) => (found[y * 4 + x] = Math.round(share * 100)));
  return found;
}

describe('coverage', () => {
  it('is the share of each pixel inside', () => {
    assert.deepEqual(shares([0.5, 0.25, 2.25, 0.25, 2.25, 2, 0.5, 2]), [38, 75, 19, 0, 50, 100, 25, 0, 0, 0, 0, 0]);
  });

  it('is exact along slanting edges, also flat ones that cross several pixels of a row', () => {
    assert.deepEqual(shares([0, 0, 4, 1, 0, 1]), [88, 63, 38, 13, 0, 0, 0, 0, 0, 0, 0, 0]);
    assert.deepEqual(shares([0, 0, 2, 2, 0, 2]), [50, 0, 0, 0, 100, 50, 0, 0, 0, 0, 0, 0]);
  });

  it('does not depend on the way round, nor count twice where shapes overlap', () => {
    const [there, back] = [
      [0, 0, 3, 0, 3, 2, 0, 2],
      [0, 2, 3, 2, 3, 0, 0, 0],
    ];
    assert.deepEqual(shares(there), shares(back));
    assert.deepEqual(shares(there, back), shares(there));
  });

  it('cuts off what reaches past the picture, and forgets what was taken', () => {
    const coverage = createCoverage(4, 3);
    coverage.add([-10, -10, 20, -10, 20, 20, -10, 20]);
    let full = 0;
    coverage.take((_x, _y, share) => (full += share));
    assert.ok(Math.abs(full - 12) < 1e-5, String(full));
    coverage.take(() => assert.fail('nothing is left'));
  });
});
