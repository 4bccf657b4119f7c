import assert from 'node:assert/strict';
import { createDates, dayOf } from '../../../../src/webview/page/dates.ts';

const dates = createDates('en-GB', { today: 'Today', yesterday: 'Yesterday' });
const now = new Date(2025, 2, 1, 0, 30);

describe('dates', () => {
  it('calls days by their names, across a month too', () => {
    assert.equal(dates.day(startOf(2025, 2, 1), now), 'Today');
    assert.equal(dates.day(startOf(2025, 1, 28), now), 'Yesterday');
    assert.equal(dates.day(startOf(2025, 1, 27), now), 'Thursday 27 February');
    assert.equal(dates.day(startOf(2024, 11, 31), now), '31 December 2024');
  });

  it('says nothing about moments that are none', () => {
    assert.equal(dates.day(Number.NaN, now), '');
    assert.equal(dates.moment(Number.NaN), '');
  });

  it('finds the day of a moment from midnight to midnight here, the long and the short ones too', () => {
    for (let day = 1; day <= 366; day += 1) {
      const { start, end } = dayOf(new Date(2024, 0, day, 12).getTime() / 1_000);
      assert.deepEqual(dayOf(start), { start, end });
      assert.deepEqual(dayOf(end - 1), { start, end });
      assert.equal(dayOf(end).start, end);
    }
  });
});

function startOf(year: number, month: number, day: number): number {
  return new Date(year, month, day).getTime() / 1_000;
}
