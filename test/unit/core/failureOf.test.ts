import assert from 'node:assert/strict';
import { failureOf, ImageFailure } from '../../../src/core/failure.ts';

describe('a failure as data', () => {
  it('is what was thrown on purpose', () => {
    const failure = { kind: 'rateLimited', service: 'fal' } as const;
    assert.equal(failureOf(new ImageFailure(failure)), failure);
  });

  it('has a kind and words also where nobody foresaw the error', () => {
    assert.deepEqual(failureOf(new TypeError('x is undefined')), { kind: 'unexpected', message: 'x is undefined' });
    assert.deepEqual(failureOf(new Error('')), { kind: 'unexpected', message: 'Error' });
    assert.deepEqual(failureOf('thrown text'), { kind: 'unexpected', message: 'thrown text' });
    assert.deepEqual(failureOf(undefined), { kind: 'unexpected', message: 'undefined' });
  });
});
