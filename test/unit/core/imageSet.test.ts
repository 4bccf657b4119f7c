import assert from 'node:assert/strict';
import { notYetMade, requestsFor } from '../../../src/core/imageSet.ts';
import type { ImageRequest } from '../../../src/core/request.ts';

const request = (seed?: string): ImageRequest => {
  return {
    prompt: 'x',
    model: 'a/b',
    provider: 'auto',
    parameters: { steps: 4, ...(seed === undefined ? {} : { seed }) },
  };
};
const shown = (requests: readonly ImageRequest[]): readonly (string | undefined)[] =>
  requests.map(({ prompt, parameters: { seed } }) => (seed === undefined ? prompt : `${prompt} ${seed}`));
const made = (prompt: string, seed: string) => ({ prompt, parameters: { seed } });

describe('the images of one job', () => {
  it('are as many of each prompt, all else alike', () => {
    const requests = requestsFor(request(), ['red', 'blue'], 2);
    assert.deepEqual(shown(requests), ['red', 'red', 'blue', 'blue']);
    assert(requests.every(({ model, parameters }) => model === 'a/b' && parameters.steps === 4));
  });

  it('count up from a seed, from the same one for each prompt', () => {
    assert.deepEqual(shown(requestsFor(request('7'), ['red', 'blue'], 2)), ['red 7', 'red 8', 'blue 7', 'blue 8']);
  });

  it('count past the largest seed from zero', () => {
    assert.deepEqual(shown(requestsFor(request('18446744073709551615'), ['a'], 2)), ['a 18446744073709551615', 'a 0']);
  });
});

describe('what is left of a job', () => {
  it('is all when nothing was made', () => {
    const requests = requestsFor(request(), ['red'], 3);
    assert.deepEqual(notYetMade(requests, []), requests);
  });

  it('is as many as are missing of each prompt', () => {
    const requests = requestsFor(request(), ['red', 'blue'], 2);
    assert.deepEqual(shown(notYetMade(requests, [made('blue', '1'), made('red', '2'), made('red', '3')])), ['blue']);
  });

  it('is exactly the missing seeds', () => {
    const requests = requestsFor(request('7'), ['red'], 3);
    assert.deepEqual(shown(notYetMade(requests, [made('red', '8')])), ['red 7', 'red 9']);
  });
});
