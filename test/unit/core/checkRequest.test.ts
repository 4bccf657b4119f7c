import assert from 'node:assert/strict';
import {
  checkNumber,
  checkRequest,
  countRange,
  type Given,
  type GivenRequest,
} from '../../../src/core/checkRequest.ts';
import { isImageFailure, type RequestProblem } from '../../../src/core/failure.ts';

function given(values: Readonly<Record<string, unknown>>): GivenRequest {
  const of = (name: string): Given => ({ name, value: values[name] });
  return {
    prompt: { name: 'prompt', value: values['prompt'] ?? 'a cat' },
    model: { name: 'model', value: values['model'] ?? 'owner/name' },
    provider: { name: 'provider', value: values['provider'] ?? 'auto' },
    negativePrompt: of('negativePrompt'),
    width: of('width'),
    height: of('height'),
    steps: of('steps'),
    guidanceScale: of('guidanceScale'),
    scheduler: of('scheduler'),
    seed: of('seed'),
  };
}

function problemOf(work: () => unknown): RequestProblem {
  try {
    work();
  } catch (error) {
    if (isImageFailure(error) && error.failure.kind === 'invalidRequest') return error.failure.problem;
    throw error;
  }
  throw new Error('was accepted');
}

describe('checkRequest', () => {
  it('leaves out what is null or undefined, so that the model decides', () => {
    assert.deepEqual(checkRequest(given({ width: null })).parameters, {});
  });

  it('keeps what is set', () => {
    const values = { width: 512, height: 768, steps: 4, guidanceScale: 3.5, scheduler: 'Euler', seed: 7 };
    assert.deepEqual(checkRequest(given(values)).parameters, { ...values, seed: '7' });
  });

  it('takes a seed as number or text and keeps 64 bits exactly', () => {
    assert.equal(checkRequest(given({ seed: '16357541570974532000' })).parameters.seed, '16357541570974532000');
    assert.equal(checkRequest(given({ seed: ' 007 ' })).parameters.seed, '7');
    assert.equal(checkRequest(given({ seed: '' })).parameters.seed, undefined);
  });

  for (const seed of [1.5, -1, '-1', '1e3', 2 ** 60, NaN, true, {}, '18446744073709551616', '9'.repeat(100_000)]) {
    it(`refuses the seed ${JSON.stringify(seed).slice(0, 30)}`, () => {
      assert.ok(['wrongType', 'outOfRange'].includes(problemOf(() => checkRequest(given({ seed }))).type));
    });
  }

  it('takes a negative prompt as text or list and drops empty ones', () => {
    assert.deepEqual(checkRequest(given({ negativePrompt: 'blur' })).parameters.negativePrompt, ['blur']);
    assert.deepEqual(checkRequest(given({ negativePrompt: ['blur', ' '] })).parameters.negativePrompt, ['blur']);
    assert.equal(checkRequest(given({ negativePrompt: [] })).parameters.negativePrompt, undefined);
  });

  for (const [name, value] of [
    ['width', '512'],
    ['width', 512.5],
    ['steps', Infinity],
    ['guidanceScale', 'high'],
    ['scheduler', 3],
    ['negativePrompt', [1]],
    ['model', 4],
    ['prompt', { text: 'a' }],
  ] as const) {
    it(`names ${name} when it is ${JSON.stringify(value)}`, () => {
      const problem = problemOf(() => checkRequest(given({ [name]: value })));
      assert.equal(problem.type, 'wrongType');
      assert.equal('name' in problem && problem.name, name);
    });
  }

  it('gives the range that a size must lie in', () => {
    const problem = problemOf(() => checkRequest(given({ width: 1e9 })));
    assert.deepEqual(problem, { type: 'outOfRange', name: 'width', min: '16', max: '16384' });
  });

  it('refuses an empty prompt and one of 100,000 characters', () => {
    assert.equal(problemOf(() => checkRequest(given({ prompt: ' \n ' }))).type, 'emptyPrompt');
    assert.equal(problemOf(() => checkRequest(given({ prompt: 'a'.repeat(100_000) }))).type, 'promptTooLong');
  });
});

describe('checkNumber', () => {
  it('takes 1 to 32 images', () => {
    assert.equal(checkNumber({ name: 'count', value: 32 }, countRange), 32);
    assert.equal(problemOf(() => checkNumber({ name: 'count', value: 33 }, countRange)).type, 'outOfRange');
    assert.equal(problemOf(() => checkNumber({ name: 'count', value: 0 }, countRange)).type, 'outOfRange');
    assert.equal(problemOf(() => checkNumber({ name: 'count', value: 1.5 }, countRange)).type, 'wrongType');
  });
});
