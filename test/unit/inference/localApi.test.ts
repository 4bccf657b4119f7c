// Every provider and every server at home from one end to the other, against the local API.
import assert from 'node:assert/strict';
import { inspectImage } from '../../../src/core/image/inspectImage.ts';
import type { ImageRequest, ServiceSettings } from '../../../src/core/request.ts';
import { startDemoApi, type DemoApi, type DemoApiOptions } from '../../demoApi/demoApi.ts';
import { failureOf, inferring } from './inferring.ts';

const size = { width: 64, height: 48 };
const seed = '16357541570974532001';

async function withApi(options: DemoApiOptions, run: (api: DemoApi) => Promise<void>): Promise<void> {
  const api = await startDemoApi(options);
  try {
    await run(api);
  } finally {
    await api.close();
  }
}

function order(provider: string, model: string, prompt = 'a lighthouse'): ImageRequest {
  return { provider, model, prompt, parameters: { ...size, seed } };
}

const models: Readonly<Record<string, string>> = {
  'hf-inference': 'black-forest-labs/FLUX.1-schnell',
  'fal-ai': 'black-forest-labs/FLUX.1-schnell',
  replicate: 'Qwen/Qwen-Image',
  together: 'black-forest-labs/FLUX.1-schnell',
  nscale: 'black-forest-labs/FLUX.1-schnell',
  wavespeed: 'Tongyi-MAI/Z-Image-Turbo',
  'zai-org': 'zai-org/GLM-Image',
};

describe('against the local API', () => {
  for (const [provider, model] of Object.entries(models)) {
    it(`${provider} makes a picture of the size that was asked for`, async () => {
      await withApi({ requireToken: true }, async (api) => {
        const tokens = { [api.url]: 'hf_demo_1' };
        const image = await inferring(api.url, { request: order(provider, model), tokens }).image;
        const seen = inspectImage(image.bytes);
        assert.ok(seen.ok);
        assert.deepEqual(seen.size, size);
        assert.equal(image.provider, provider);
        assert.equal(image.seed, provider === 'zai-org' ? undefined : seed);
      });
    });
  }

  it('a version of replicate is waited for', async () => {
    await withApi({}, async (api) => {
      const request = order('replicate', 'stabilityai/stable-diffusion-xl-base-1.0');
      const asked = inferring(api.url, { request });
      await asked.image;
      assert.equal(api.jobs[0]?.state, 'done');
      assert.ok(asked.stages.some(({ type }) => type === 'waitingInLine'));
    });
  });

  it('an addition to a model is made at fal-ai', async () => {
    await withApi({}, async (api) => {
      await inferring(api.url, { request: order('auto', 'XLabs-AI/flux-RealismLora') }).image;
      const post = api.requests.find(({ method }) => method === 'POST');
      assert.match(post?.body ?? '', /XLabs-AI\/flux-RealismLora\/resolve\/main\/lora\.safetensors/);
    });
  });

  it('auto goes on to the next provider', async () => {
    await withApi({ faults: [{ on: 'POST /fal-ai/*', fault: 'serverError' }] }, async (api) => {
      const image = await inferring(api.url, { request: order('auto', 'Qwen/Qwen-Image') }).image;
      assert.equal(image.provider, 'replicate');
      assert.deepEqual(image.fellOver, [{ provider: 'fal-ai', kind: 'providerDown' }]);
    });
  });

  it('a model that nobody serves any more comes with its relatives', async () => {
    await withApi({}, async (api) => {
      const request = order('auto', 'stable-diffusion-v1-5/stable-diffusion-v1-5');
      const failure = await failureOf('modelNotServed', inferring(api.url, { request }).image);
      assert.deepEqual(failure.relatives, [
        'stabilityai/stable-diffusion-xl-base-1.0',
        'stabilityai/stable-diffusion-3-medium-diffusers',
      ]);
    });
  });

  it('a job that is cancelled is cancelled there too', async () => {
    await withApi({}, async (api) => {
      const user = new AbortController();
      const request = order('fal-ai', models['fal-ai'] ?? '');
      const asked = inferring(api.url, { request, signal: user.signal, onAccepted: () => user.abort() });
      await failureOf('cancelled', asked.image);
      assert.deepEqual(
        api.jobs.map(({ state }) => state),
        ['cancelled'],
      );
    });
  });

  for (const [provider, fault, kind] of [
    ['fal-ai', 'falFailed', 'providerDown'],
    ['replicate', 'replicateFailed', 'providerDown'],
    ['wavespeed', 'wavespeedFailed', 'providerDown'],
    ['zai-org', 'zaiFailed', 'providerDown'],
  ] as const) {
    it(`a job that fails at ${provider} in the middle of its queue ends`, async () => {
      const model = provider === 'replicate' ? 'stabilityai/stable-diffusion-xl-base-1.0' : (models[provider] ?? '');
      await withApi({ faults: [{ on: `GET /${provider}/*`, nth: 2, fault }] }, async (api) => {
        await failureOf(kind, inferring(api.url, { request: order(provider, model) }).image);
        assert.equal(api.requests.filter(({ method }) => method === 'POST').length, 1);
      });
    });
  }

  it('a signed address that has expired is told as that', async () => {
    await withApi({ linkSeconds: 0 }, async (api) => {
      const failure = await failureOf(
        'badReply',
        inferring(api.url, { request: order('wavespeed', models['wavespeed'] ?? '') }).image,
      );
      assert.equal(failure.problem, 'linkGone');
    });
  });

  it('what a filter objects to is a refusal, or a picture that is marked', async () => {
    await withApi({}, async (api) => {
      const ask = (provider: string): Promise<unknown> =>
        inferring(api.url, { request: order(provider, models[provider] ?? '', 'something nsfw') }).image;
      for (const provider of ['replicate', 'together', 'wavespeed', 'zai-org']) {
        await failureOf('refused', ask(provider));
      }
      const marked = await inferring(api.url, {
        request: order('fal-ai', models['fal-ai'] ?? '', 'something nsfw'),
      }).image;
      assert.equal(marked.flagged, true);
    });
  });

  it('what nscale has no place for is left out, or it would refuse', async () => {
    await withApi({}, async (api) => {
      const parameters = { ...size, seed, steps: 3, guidanceScale: 2, scheduler: 'x', negativePrompt: ['fog'] };
      const request = { ...order('nscale', models['nscale'] ?? ''), parameters };
      const image = await inferring(api.url, { request }).image;
      assert.deepEqual([...image.ignored].toSorted(), ['guidanceScale', 'scheduler', 'steps']);
    });
  });

  describe('a server at home', () => {
    const settingsOf = (url: string, api: 'openai' | 'automatic1111'): Partial<ServiceSettings> => ({
      endpoint: { url, api },
    });

    for (const below of ['', '/sd-server', '/relative']) {
      it(`that speaks as OpenAI does makes a picture: ${below || '/'}`, async () => {
        await withApi({}, async (api) => {
          const settings = settingsOf(`${api.url}${below}`, 'openai');
          const request = { model: 'any', parameters: { ...size, seed, negativePrompt: ['fog'] } };
          const image = await inferring(api.url, { settings, request }).image;
          const seen = inspectImage(image.bytes);
          assert.deepEqual(seen.ok && seen.size, size);
          assert.equal(image.seed, below === '/sd-server' ? undefined : seed);
        });
      });
    }

    it('that is a web UI makes a picture, and tells seed and checkpoint', async () => {
      await withApi({}, async (api) => {
        const settings = settingsOf(api.url, 'automatic1111');
        const request = { parameters: { ...size, seed, scheduler: 'Euler a' } };
        const image = await inferring(api.url, { settings, request }).image;
        assert.deepEqual([image.seed, image.model], [seed, 'v1-5-pruned-emaonly']);
      });
    });

    it('that is a web UI is stopped, and only at its own picture', async () => {
      await withApi({ generationSeconds: 60 }, async (api) => {
        const user = new AbortController();
        const settings = settingsOf(api.url, 'automatic1111');
        const asked = inferring(api.url, { settings, signal: user.signal, request: { parameters: { ...size, seed } } });
        await api.received(1);
        user.abort();
        await failureOf('cancelled', asked.image);
        assert.equal(api.interrupts(), 1);
      });
    });

    it('that is a web UI without its API says so', async () => {
      await withApi({}, async (api) => {
        const settings = settingsOf(`${api.url}/without-api`, 'automatic1111');
        assert.equal((await failureOf('badReply', inferring(api.url, { settings }).image)).problem, 'noApi');
      });
    });
  });
});
