import assert from 'node:assert/strict';
import { startDemoApi } from '../../../demoApi/demoApi.ts';
import type { DemoApi } from '../../../demoApi/demoApi.ts';
import { readPng } from '../picture/readPng.ts';
import { post } from '../post.ts';

type Fields = Readonly<Record<string, unknown>>;

describe('the providers of the local API', () => {
  let api: DemoApi;

  before(async () => {
    api = await startDemoApi();
  });
  afterEach(() => api.reset());
  after(() => api.close());

  const fal = (): string => `${api.url}/fal-ai/fal-ai/flux/schnell`;
  const image_size = { width: 32, height: 32 };

  async function get(
    path: string,
  ): Promise<{ readonly status: number; readonly fields: Fields; readonly text: string }> {
    const response = await fetch(`${api.url}${path}`);
    const text = await response.text();
    return { status: response.status, text, fields: text.startsWith('{') ? (JSON.parse(text) as Fields) : {} };
  }

  it('fal-ai shows the way through its queue', async () => {
    const accepted = (await post(`${fal()}?_subdomain=queue`, { prompt: 'a hill', image_size })).json() as Fields;
    assert.match(String(accepted['response_url']), /^https:\/\/queue\.fal\.run\/fal-ai\/flux\/requests\//);
    const path = `/fal-ai${new URL(String(accepted['response_url'])).pathname}`;
    const seen: string[] = [];
    while (seen.at(-1) !== 'COMPLETED' && seen.length < 100) {
      const { fields } = await get(`${path}/status`);
      seen.push(
        fields['status'] === 'IN_QUEUE' ? `IN_QUEUE ${String(fields['queue_position'])}` : String(fields['status']),
      );
    }
    assert.deepEqual([...new Set(seen)], ['IN_QUEUE 2', 'IN_QUEUE 1', 'IN_QUEUE 0', 'IN_PROGRESS', 'COMPLETED']);
    const { text } = await get(path);
    // A seed that was picked has 64 bits, and is written as a number with all of them.
    assert.match(text, /"seed":\d+[,}]/);
  });

  it('fal-ai tells that a picture is not ready, and that a request is unknown', async () => {
    const accepted = (await post(`${fal()}?_subdomain=queue`, { prompt: 'a hill', image_size })).json() as Fields;
    assert.equal((await get(`/fal-ai/fal-ai/flux/requests/${String(accepted['request_id'])}`)).status, 400);
    assert.equal((await get('/fal-ai/fal-ai/flux/requests/none/status')).status, 404);
  });

  it('fal-ai answers at once without the queue, also with the picture itself', async () => {
    const answer = (await post(fal(), { prompt: 'a hill', image_size, sync_mode: true })).json() as {
      readonly images: readonly { readonly url: string }[];
    };
    const bytes = Buffer.from(answer.images[0]?.url.split(',')[1] ?? '', 'base64');
    assert.equal(readPng(bytes).width, 32);
  });

  it('fal-ai says what is wrong, field by field', async () => {
    const answer = await post(fal(), { prompt: 'a hill', image_size: { width: 'wide', height: 32 } });
    assert.equal(answer.status, 422);
    assert.match(answer.bytes.toString(), /"loc":\["body","width"\]/);
  });

  it('serves only what the Hub says, by the names of the provider', async () => {
    for (const path of ['/fal-ai/fal-ai/none', '/replicate/v1/models/a/b/predictions', '/wavespeed/api/v3/a/b']) {
      const answer = await post(`${api.url}${path}`, { prompt: 'x', input: { prompt: 'x' } });
      assert.equal(answer.status, 400);
      assert.match(answer.bytes.toString(), /Model not supported by provider/);
    }
  });

  it('gives pictures away by their signature alone, and not to callers with a token', async () => {
    const url = `${api.url}/replicate/v1/models/qwen/qwen-image/predictions`;
    const input = { prompt: 'a hill', width: 32, height: 32 };
    const { output } = (await post(url, { input }, { prefer: 'wait' })).json() as {
      readonly output: readonly string[];
    };
    const [address = ''] = output;
    assert.equal((await fetch(address)).status, 200);
    assert.equal((await fetch(address.replace(/signature=../, 'signature=zz'))).status, 403);
    assert.equal((await fetch(address, { headers: { authorization: 'Bearer hf_demo' } })).status, 400);
  });

  it('nscale refuses what it has no place for', async () => {
    const body = { model: 'black-forest-labs/FLUX.1-schnell', prompt: 'x', num_inference_steps: 4 };
    assert.equal((await post(`${api.url}/nscale/v1/images/generations`, body)).status, 400);
  });

  it('lists who serves a model under several names', async () => {
    const { fields } = await get('/api/models/zai-org/GLM-Image?expand[]=inferenceProviderMapping');
    assert.deepEqual(Object.keys(fields['inferenceProviderMapping'] as object), ['zai-org', 'fal-ai']);
  });
});
