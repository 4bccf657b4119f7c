import assert from 'node:assert/strict';
import { startDemoApi } from '../../../demoApi/demoApi.ts';
import type { DemoApi } from '../../../demoApi/demoApi.ts';
import { readPng } from '../picture/readPng.ts';
import { post } from '../post.ts';

const small = { target_size: { width: 32, height: 24 } };

describe('the hf-legacy dialect', () => {
  let api: DemoApi;
  let url: string;
  let cold: string;

  before(async () => {
    api = await startDemoApi({ loadingSeconds: 0.2 });
    url = `${api.url}/models/black-forest-labs/FLUX.1-schnell`;
    cold = `${api.url}/models/stabilityai/stable-diffusion-xl-base-1.0`;
  });
  beforeEach(() => api.reset());
  after(() => api.close());

  it('takes every parameter of the page and answers raw bytes of the size asked for', async () => {
    const parameters = {
      guidance_scale: 7.5,
      negative_prompt: ['blurry', 'text'],
      num_inference_steps: 4,
      target_size: { width: 40, height: 24 },
      scheduler: 'DDIMScheduler',
      seed: 42,
    };
    const answer = await post(url, { inputs: 'a lighthouse', parameters }, { accept: 'image/png' });
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('content-type'), 'image/png');
    const { width, height } = readPng(answer.bytes);
    assert.deepEqual([width, height], [40, 24]);
    for (const name of ['x-request-id', 'x-sha', 'x-compute-type', 'x-compute-time']) {
      assert.ok(answer.headers.get(name), name);
    }
  });

  it('makes 1024 × 1024 where no size is asked for, and JPEG where no type is', async () => {
    const answer = await post(url, { inputs: 'a lighthouse' });
    assert.equal(answer.headers.get('content-type'), 'image/jpeg');
    assert.deepEqual([...answer.bytes.subarray(0, 3)], [0xff, 0xd8, 0xff]);
    const size = answer.bytes.indexOf(Buffer.from([0xff, 0xc0])) + 5;
    assert.deepEqual([answer.bytes.readUInt16BE(size), answer.bytes.readUInt16BE(size + 2)], [1024, 1024]);
  });

  const refused: readonly (readonly [name: string, parameters: unknown, words: string])[] = [
    ['a text as guidance scale', { guidance_scale: '7' }, 'guidance_scale`: value is not a valid float'],
    ['too much guidance', { guidance_scale: 101 }, 'guidance_scale`: ensure this value is less than or equal to 100'],
    ['one text as negative prompt', { negative_prompt: 'blurry' }, 'negative_prompt`: value is not a valid list'],
    ['numbers as negative prompts', { negative_prompt: [1] }, 'negative_prompt`: str type expected'],
    ['no steps', { num_inference_steps: 0 }, 'num_inference_steps`: ensure this value is greater than or equal to 1'],
    ['half a step', { num_inference_steps: 1.5 }, 'num_inference_steps`: value is not a valid integer'],
    ['a size without height', { target_size: { width: 64 } }, 'target_size.height`: field required'],
    ['a size that is a text', { target_size: '64x64' }, 'target_size`: value is not a valid dict'],
    [
      'a width too small',
      { target_size: { width: 8, height: 64 } },
      'width`: ensure this value is greater than or equal',
    ],
    [
      'a height too large',
      { target_size: { width: 64, height: 4096 } },
      'height`: ensure this value is less than or eq',
    ],
    ['a flat width', { width: 64 }, 'parameters.width`: extra fields not permitted'],
    ['an empty scheduler', { scheduler: '' }, 'scheduler`: ensure this value has at least 1 characters'],
    ['a negative seed', { seed: -1 }, 'seed`: ensure this value is greater than or equal to 0'],
    ['a name that objects have anyway', { toString: 1 }, 'parameters.toString`: extra fields not permitted'],
    ['parameters that are a list', [], 'parameters`: value is not a valid dict'],
  ];
  for (const [name, parameters, words] of refused) {
    it(`refuses ${name}`, async () => {
      const answer = await post(url, { inputs: 'x', parameters });
      assert.equal(answer.status, 400);
      const { error } = answer.json() as { error: string[] };
      assert.equal(error.length, 1);
      assert.ok(error[0]?.includes(words), error[0]);
    });
  }

  it('takes seeds of 64 bits, to the last digit, and refuses the one after', async () => {
    const last = await post(url, seeded('18446744073709551615'));
    const before = await post(url, seeded('18446744073709551614'));
    assert.notDeepEqual(last.bytes, before.bytes);
    assert.equal((await post(url, seeded('18446744073709551616'))).status, 400);
  });

  it('refuses bodies without words', async () => {
    for (const body of ['', '[]', '{"inputs":', {}, { inputs: '' }, { inputs: 7 }, { prompt: 'x' }]) {
      assert.equal((await post(url, body)).status, 400, JSON.stringify(body));
    }
  });

  it('refuses cache and waiting headers that are neither true nor false', async () => {
    const answer = await post(url, { inputs: 'x' }, { 'x-use-cache': '1', 'x-wait-for-model': 'yes' });
    assert.equal(answer.status, 400);
    assert.equal((answer.json() as { error: string[] }).error.length, 2);
  });

  it('keeps pictures: the same request gets the same bytes from the cache', async () => {
    const first = await post(url, { inputs: 'a lake', parameters: small });
    const second = await post(url, { inputs: 'a lake', parameters: small }, { 'x-use-cache': 'true' });
    assert.deepEqual(
      [first, second].map(({ headers }) => headers.get('x-cache')),
      ['miss', 'hit'],
    );
    assert.deepEqual(second.bytes, first.bytes);
    const other = await post(url, { inputs: 'a lake', parameters: { ...small, num_inference_steps: 9 } });
    assert.equal(other.headers.get('x-cache'), 'miss');
  });

  it('makes a new picture without the cache, unless the seed is the same', async () => {
    const uncached = { 'x-use-cache': 'false' };
    const first = await post(url, { inputs: 'a lake', parameters: small }, uncached);
    const second = await post(url, { inputs: 'a lake', parameters: small }, uncached);
    assert.equal(second.headers.get('x-cache'), 'bypass');
    assert.notDeepEqual(second.bytes, first.bytes);
    const order = { inputs: 'a lake', parameters: { ...small, seed: 5 } };
    assert.deepEqual((await post(url, order, uncached)).bytes, (await post(url, order, uncached)).bytes);
  });

  it('loads a cold model at its first use: 503 with an estimate, then pictures', async () => {
    const loading = await post(cold, { inputs: 'x', parameters: small });
    assert.equal(loading.status, 503);
    const { error, estimated_time: seconds } = loading.json() as { error: string; estimated_time: number };
    assert.match(error, /is currently loading$/);
    assert.ok(seconds > 0 && seconds <= 0.2, String(seconds));
    const held = await post(cold, { inputs: 'x', parameters: small }, { 'x-wait-for-model': 'true' });
    assert.equal(held.status, 200);
    assert.equal((await post(cold, { inputs: 'x', parameters: small })).status, 200);
  });

  it('holds a call until the model is loaded when asked to wait', async () => {
    const started = performance.now();
    const answer = await post(cold, { inputs: 'x', parameters: small }, { 'x-wait-for-model': 'true' });
    assert.equal(answer.status, 200);
    assert.ok(performance.now() - started > 190);
  });

  it('knows who may use what', async () => {
    const gated = `${api.url}/models/black-forest-labs/FLUX.1-dev`;
    const cases: readonly (readonly [url: string, token: string | undefined, status: number])[] = [
      [url, undefined, 200],
      [url, 'Bearer hf_demo', 200],
      [url, 'Bearer hf_wrong', 401],
      [url, 'Basic aGY6aGY=', 401],
      [url, 'Bearer hf_broke', 402],
      [url, 'Bearer hf_forbidden', 403],
      [gated, undefined, 401],
      [gated, 'Bearer hf_demo', 403],
      [gated, 'Bearer hf_demo_gated', 200],
    ];
    for (const [address, authorization, status] of cases) {
      const headers: Record<string, string> = authorization ? { authorization } : {};
      const answer = await post(address, { inputs: 'x', parameters: small }, headers);
      assert.equal(answer.status, status, `${authorization} for ${address}`);
    }
  });

  it('knows models by name', async () => {
    const missing = await post(`${api.url}/models/nobody/nothing`, { inputs: 'x' });
    assert.equal(missing.status, 404);
    assert.deepEqual(missing.json(), { error: 'Model nobody/nothing does not exist' });
    assert.equal((await post(`${api.url}/models/openai/gpt-oss-20b`, { inputs: 'x' })).status, 400);
  });
});

/** Written by hand: JSON.stringify has no integers of 64 bits. */
function seeded(seed: string): string {
  return `{"inputs":"sea","parameters":{"seed":${seed},"target_size":{"width":32,"height":32}}}`;
}
