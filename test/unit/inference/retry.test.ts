import assert from 'node:assert/strict';
import type { Failure } from '../../../src/core/failure.ts';
import type { Verdict } from '../../../src/inference/reply/verdicts.ts';
import { nextTry, nothingTried, type Limits, type Tried } from '../../../src/inference/retry.ts';

const service = 'example.com';
const limits: Limits = { remainingMilliseconds: 300_000, waitForModel: true, canHold: false };
const after = (seconds?: number): Pick<Verdict, 'repeatAfter'> =>
  seconds === undefined ? {} : { repeatAfter: seconds };
const loading = (seconds?: number): Verdict => ({
  failure: { kind: 'modelLoading', model: 'a/b', service },
  repeat: 'loading',
  ...after(seconds),
});
const limited = (seconds?: number): Verdict => ({
  failure: { kind: 'rateLimited', service },
  repeat: 'rateLimited',
  ...after(seconds),
});
const overloaded: Verdict = { failure: { kind: 'providerDown', service }, repeat: 'overloaded' };

/** The pauses of a service that never says anything else, in milliseconds. */
function pauses(verdict: Verdict, given: Limits): number[] {
  const all: number[] = [];
  let tried: Tried = nothingTried;
  let remainingMilliseconds = given.remainingMilliseconds;
  for (let count = 0; count < 1_000; count++) {
    const next = nextTry(verdict, tried, { ...given, remainingMilliseconds });
    if (!next) return all;
    all.push(next.waitMilliseconds);
    remainingMilliseconds -= next.waitMilliseconds;
    ({ tried } = next);
  }
  return assert.fail('asks for ever');
}

describe('nextTry', () => {
  it('gives up where the service did not say that it did nothing', () => {
    const failures: readonly Failure[] = [
      { kind: 'providerDown', service },
      { kind: 'badReply', problem: 'empty', service },
      { kind: 'offline', problem: 'reset', service },
    ];
    for (const failure of failures) assert.equal(nextTry({ failure }, nothingTried, limits), undefined);
  });

  it('always ends before the deadline', () => {
    for (const verdict of [loading(), loading(0), loading(0.5), loading(20), overloaded, limited(5)]) {
      for (const canHold of [false, true]) {
        const all = pauses(verdict, { ...limits, canHold });
        assert.ok(all.length > 0 && all.length <= 60, `${all.length} pauses`);
        assert.ok(all.reduce((sum, one) => sum + one, 0) < limits.remainingMilliseconds);
      }
    }
  });

  it('never waits less than the service asks for', () => {
    assert.ok(pauses(loading(20), limits).every((one) => one >= 20_000));
    assert.ok(pauses(limited(20), limits).every((one) => one >= 20_000));
    assert.ok(pauses({ ...overloaded, repeatAfter: 20 }, limits).every((one) => one >= 20_000));
  });

  it('hurries only to have a call held, and once', () => {
    const [first, ...later] = pauses(loading(), { ...limits, canHold: true });
    assert.equal(first, 0);
    assert.ok(later.every((one) => one >= 1_000));
  });

  it('holds on to a held call while other things go wrong', () => {
    const held = nextTry(loading(9), nothingTried, { ...limits, canHold: true });
    assert.ok(held?.hold);
    assert.equal(nextTry(overloaded, held.tried, { ...limits, canHold: true })?.hold, true);
  });

  it('does not wait for a rate limit that says nothing, or takes long', () => {
    assert.equal(nextTry(limited(), nothingTried, limits), undefined);
    assert.equal(nextTry(limited(61), nothingTried, limits), undefined);
    assert.equal(nextTry(limited(60), nothingTried, limits)?.waitMilliseconds, 60_000);
  });
});
