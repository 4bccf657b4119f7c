import assert from 'node:assert/strict';
import { elapsed } from '../../../../src/webview/jobs/elapsed.ts';

const words = {
  heading: '',
  cancel: '',
  dismiss: '',
  about: '',
  progress: '',
  seconds: '{0} s',
  minutes: '{0} min {1} s',
  hours: '{0} h {1} min',
};

describe('elapsed', () => {
  it('counts full seconds in two units at most', () => {
    const cases: readonly [milliseconds: number, text: string][] = [
      [-5_000, '0 s'],
      [999, '0 s'],
      [59_999, '59 s'],
      [60_000, '1 min 0 s'],
      [3_599_000, '59 min 59 s'],
      [3_600_000, '1 h 0 min'],
      [90_061_000, '25 h 1 min'],
    ];
    for (const [milliseconds, text] of cases) assert.equal(elapsed(milliseconds, words), text);
  });
});
