import assert from 'node:assert/strict';
import { retryAfterSeconds } from '../../../../src/inference/reply/retryAfter.ts';

const now = Date.UTC(2026, 0, 1, 12);

describe('retryAfterSeconds', () => {
  for (const [headers, seconds] of [
    [{ 'retry-after': '0' }, 0],
    [{ 'retry-after': ' 120 ' }, 120],
    [{ 'retry-after': '1.2' }, 2],
    [{ 'retry-after': 'Thu, 01 Jan 2026 12:00:30 GMT' }, 30],
    [{ 'retry-after': 'Thu, 01 Jan 2026 11:00:00 GMT' }, 0],
    [{ 'retry-after': 'soon' }, undefined],
    [{ 'retry-after': '-5' }, undefined],
    [{ 'retry-after': '1'.repeat(50) }, undefined],
    [{ 'retry-after': '' }, undefined],
    [{ ratelimit: '"api";r=0;t=55' }, 55],
    [{ ratelimit: '"api"; r=0; t=55' }, 55],
    [{ ratelimit: '"api";r=12;t=55' }, undefined],
    [{ 'retry-after': '3', ratelimit: '"api";r=0;t=55' }, 3],
    [{}, undefined],
  ] as const) {
    it(`is ${seconds} for ${JSON.stringify(headers)}`, () => {
      assert.equal(retryAfterSeconds(headers, now), seconds);
    });
  }
});
