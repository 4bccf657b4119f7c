import assert from 'node:assert/strict';
import { startDemoApi } from '../../../demoApi/demoApi.ts';
import type { DemoApi } from '../../../demoApi/demoApi.ts';
import { readPng } from '../picture/readPng.ts';
import { post } from '../post.ts';

describe('the hf dialect', () => {
  let api: DemoApi;
  let url: string;

  before(async () => {
    api = await startDemoApi();
    url = `${api.url}/hf-inference/models/black-forest-labs/FLUX.1-schnell`;
  });
  after(() => api.close());

  it('takes flat sizes and one negative prompt', async () => {
    const parameters = {
      guidance_scale: 3,
      negative_prompt: 'blurry, text',
      num_inference_steps: 4,
      width: 48,
      height: 32,
      scheduler: 'DDIMScheduler',
      seed: 7,
    };
    const answer = await post(url, { inputs: 'a hill', parameters }, { accept: 'image/png' });
    assert.equal(answer.status, 200);
    assert.equal(readPng(answer.bytes).width, 48);
    const again = await post(url, { inputs: 'a hill', parameters }, { accept: 'image/png' });
    assert.deepEqual(again.bytes, answer.bytes);
    assert.equal(answer.headers.get('x-cache'), null);
  });

  it('takes null as unset', async () => {
    const parameters = { width: 16, height: 16, seed: null, negative_prompt: null };
    assert.equal((await post(url, { inputs: 'a hill', parameters })).status, 200);
  });

  const refused: readonly (readonly [parameters: unknown, words: string])[] = [
    [{ negative_prompt: ['blurry'] }, '`negative_prompt` should be the same type to `prompt`'],
    [{ target_size: { width: 64, height: 64 } }, "unexpected keyword argument 'target_size'"],
    [{ size: 1 }, "unexpected keyword argument 'size'"],
    [{ width: 5000 }, 'parameters.width`: ensure this value is less than or equal to 2048'],
    [[], '`parameters` has to be of type `dict`'],
  ];
  for (const [parameters, words] of refused) {
    it(`refuses ${JSON.stringify(parameters)}`, async () => {
      const answer = await post(url, { inputs: 'x', parameters });
      assert.equal(answer.status, 400);
      const { error } = answer.json() as { error: string };
      assert.ok(error.includes(words), error);
    });
  }

  it('serves only what the Hub says it serves', async () => {
    const notLive = [
      'black-forest-labs/FLUX.1-dev',
      'stable-diffusion-v1-5/stable-diffusion-v1-5',
      'openai/gpt-oss-20b',
    ];
    for (const model of notLive) {
      const answer = await post(`${api.url}/hf-inference/models/${model}`, { inputs: 'x' });
      assert.equal(answer.status, 400);
      assert.deepEqual(answer.json(), { error: 'Model not supported by provider hf-inference' });
    }
    assert.equal((await post(`${api.url}/hf-inference/models/nobody/nothing`, { inputs: 'x' })).status, 404);
  });

  it('is gone where it used to be', async () => {
    const answer = await post(`${api.url}/gone/models/black-forest-labs/FLUX.1-schnell`, { inputs: 'x' });
    assert.equal(answer.status, 410);
    assert.match((answer.json() as { error: string }).error, /is no longer supported/);
  });
});
