import assert from 'node:assert/strict';
import {
  allowing,
  countWith,
  countWithout,
  nothingAsked,
  type SessionCount,
} from '../../../../src/core/spend/sessionCount.ts';

/** Asks for so many, one order after the other; a refused one changes nothing. */
function asking(limit: number, orders: readonly number[], from: SessionCount = nothingAsked): SessionCount {
  return orders.reduce((count, more) => countWith(count, more, limit) ?? count, from);
}

describe('the count of a session', () => {
  it('goes on for ever without a limit', () => {
    assert.equal(asking(0, [32, 32, 1]).asked, 65);
  });

  it('goes up to the limit, and whatever does not go past it still fits', () => {
    assert.equal(asking(10, [9, 2, 1]).asked, 10);
    assert.equal(countWith(asking(10, [10]), 1, 10), undefined);
  });

  it('asks before an order that is larger than the limit itself', () => {
    assert.equal(countWith(nothingAsked, 3, 2), undefined);
  });

  it('goes on after a yes, and asks again only after another limit', () => {
    const allowed = allowing(asking(10, [10]), 1, 10);
    assert.equal(
      asking(
        10,
        Array.from({ length: 15 }, () => 1),
        allowed,
      ).asked,
      20,
    );
  });

  it('takes the yes for all that was asked for, however much it is', () => {
    const allowed = allowing(asking(2, [2]), 32, 2);
    const after = countWith(allowed, 32, 2);
    assert.equal(after?.asked, 34);
    assert.equal(countWith(after, 1, 2), undefined);
  });

  it('follows a limit that is changed meanwhile', () => {
    const full = asking(2, [2]);
    assert.equal(countWith(full, 1, 3)?.asked, 3);
    assert.equal(countWith(full, 1, 0)?.asked, 3);
    assert.equal(countWith(asking(0, [5]), 1, 5), undefined);
  });

  it('has room for what was paid for before, although the limit was lowered below what was asked for', () => {
    const full = asking(0, [5]);
    assert.deepEqual(countWith(full, 0, 3), full);
  });

  it('gets back what came to nothing', () => {
    assert.equal(countWith(countWithout(asking(2, [2]), 1), 1, 2)?.asked, 2);
    assert.equal(countWithout(nothingAsked, 3).asked, 0);
  });
});
