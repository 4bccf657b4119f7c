import assert from 'node:assert/strict';
import { acceptedOf, notYetMade, requestsFor, type AcceptedImage } from '../../../src/core/imageSet.ts';
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

describe('what a provider has accepted of a job', () => {
  const accepted = (prompt: string, job: string, seed?: string): AcceptedImage => ({
    prompt,
    handle: { version: 1, provider: 'fal-ai', model: 'a/b', job, ignored: [], ...(seed === undefined ? {} : { seed }) },
  });
  const found = (requests: readonly ImageRequest[], images: readonly AcceptedImage[]): unknown =>
    requests.map((one) => acceptedOf(requests, images).get(one)?.job);

  it('is told by prompt and seed', () => {
    const requests = requestsFor(request('7'), ['red', 'blue'], 2);
    assert.deepEqual(found(requests, [accepted('blue', '/1', '8'), accepted('red', '/2', '7')]), [
      '/2',
      undefined,
      undefined,
      '/1',
    ]);
  });

  it('is any one of those that have no seed of their own, each once', () => {
    const requests = requestsFor(request(), ['red'], 3);
    const images = [accepted('red', '/1', '4'), accepted('red', '/2', '5'), accepted('red', '/1', '4')];
    assert.deepEqual(found(requests, images), ['/1', '/2', undefined]);
  });

  it('does not take from a seed what belongs to it', () => {
    const requests = [...requestsFor(request(), ['red'], 1), ...requestsFor(request('7'), ['red'], 1)];
    assert.deepEqual(found(requests, [accepted('red', '/1', '7')]), [undefined, '/1']);
  });

  it('is told by the prompt alone where the service takes no seed', () => {
    assert.deepEqual(found(requestsFor(request('7'), ['red'], 1), [accepted('red', '/1')]), ['/1']);
  });

  it('is nothing of another prompt or model', () => {
    const requests = [{ ...request(), prompt: 'red', model: 'a/c' }];
    assert.deepEqual(found(requests, [accepted('red', '/1'), accepted('green', '/2')]), [undefined]);
  });
});
