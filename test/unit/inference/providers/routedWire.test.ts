// What each provider is sent, and what is made of its plain answers.
import assert from 'node:assert/strict';
import type { ParameterValues } from '../../../../src/core/parameters.ts';
import type { InferredImage } from '../../../../src/core/request.ts';
import { hubAnswer, live } from '../hubAnswer.ts';
import { failureOf, inferring, model, png } from '../inferring.ts';
import { withServer, type Answer, type Received, type Step } from '../scriptedServer.ts';

const everything: ParameterValues = {
  guidanceScale: 3.5,
  negativePrompt: ['blurry', 'text'],
  steps: 4,
  width: 1024,
  height: 768,
  scheduler: 'EulerDiscreteScheduler',
  seed: '18446744073709551615',
};
const base64 = Buffer.from(png).toString('base64');

interface Sent {
  readonly post: Received;
  readonly image: InferredImage;
}

/** Asks one provider by name; after the Hub come its answers. */
async function send(
  provider: string,
  entry: ReturnType<typeof live>,
  answers: readonly Step[],
  parameters: ParameterValues = everything,
): Promise<Sent> {
  let sent: Sent | undefined;
  await withServer([hubAnswer({ [provider]: entry }), ...answers], async (server) => {
    const asked = inferring(server.url, {
      request: { provider, parameters },
      tokens: { [server.url]: 'hf_secret12' },
      settings: { billTo: 'my-org' },
    });
    const image = await asked.image;
    const post = server.received.find(({ method }) => method === 'POST');
    assert.ok(post);
    assert.equal(post.headers.authorization, 'Bearer hf_secret12');
    assert.equal(post.headers['x-hf-bill-to'], 'my-org');
    assert.equal(post.headers['content-type'], 'application/json');
    sent = { post, image };
  });
  assert.ok(sent);
  return sent;
}

/** The exact digits of the seed are looked at on their own: JSON.parse would change them. */
function bodyOf({ body }: Received): unknown {
  return JSON.parse(body.replace(/"seed":18446744073709551615(?=[,}])/, '"seed":"exact"'));
}

const inlineFal: Answer = { json: { images: [{ url: `data:image/png;base64,${base64}` }], seed: 7 } };

describe('fal-ai on the wire', () => {
  it('is a job in its queue, with the size as an object', async () => {
    const { post, image } = await send('fal-ai', live('fal-ai/flux/dev'), [inlineFal]);
    assert.equal(post.path, '/fal-ai/fal-ai/flux/dev?_subdomain=queue');
    assert.deepEqual(bodyOf(post), {
      prompt: 'a lighthouse',
      image_size: { width: 1024, height: 768 },
      num_inference_steps: 4,
      guidance_scale: 3.5,
      seed: 'exact',
      negative_prompt: 'blurry, text',
    });
    assert.deepEqual(image.ignored, ['scheduler']);
    assert.equal(image.provider, 'fal-ai');
    assert.deepEqual(Buffer.from(image.bytes), Buffer.from(png));
  });

  it('gives no half of a size', async () => {
    const { post, image } = await send('fal-ai', live('fal-ai/flux/dev'), [inlineFal], { width: 512 });
    assert.deepEqual(bodyOf(post), { prompt: 'a lighthouse' });
    assert.deepEqual(image.ignored, ['width']);
  });

  it('brings a seed of 64 bits exactly, of which a number would lose digits', async () => {
    const answer = {
      body: `{"images":[{"url":"data:image/png;base64,${base64}"}],"seed": 16357541570974532000 ,"has_nsfw_concepts":[false]}`,
    };
    const { image } = await send('fal-ai', live('fal-ai/flux/dev'), [answer]);
    assert.equal(image.seed, '16357541570974532000');
    assert.equal(image.flagged, undefined);
  });

  it('says what its filter objects to, and keeps the picture', async () => {
    const answer = { json: { images: [{ url: `data:image/png;base64,${base64}` }], has_nsfw_concepts: [true] } };
    const { image } = await send('fal-ai', live('fal-ai/flux/dev'), [answer]);
    assert.equal(image.flagged, true);
    assert.deepEqual(Buffer.from(image.bytes), Buffer.from(png));
  });

  it('names the weights of an addition to a model', async () => {
    const entry = live('fal-ai/flux-lora', { adapter: 'lora', adapterWeightsPath: 'weights/lora.safetensors' });
    const { post } = await send('fal-ai', entry, [inlineFal], {});
    assert.deepEqual(bodyOf(post), {
      prompt: 'a lighthouse',
      loras: [{ path: `https://huggingface.co/${model}/resolve/main/weights/lora.safetensors`, scale: 1 }],
    });
    const base = live('fal-ai/lora', { adapter: 'lora', adapterWeightsPath: 'lora.safetensors' });
    const sdxl = await send('fal-ai', base, [inlineFal], {});
    assert.match(sdxl.post.body, /"model_name":"stabilityai\/stable-diffusion-xl-base-1\.0"/);
  });
});

describe('replicate on the wire', () => {
  const done: Answer = {
    status: 201,
    json: { id: 'abc', status: 'succeeded', output: [`data:image/png;base64,${base64}`], error: null },
  };

  it('is a prediction of a model that is waited for', async () => {
    const { post, image } = await send('replicate', live('black-forest-labs/flux-dev'), [done]);
    assert.equal(post.path, '/replicate/v1/models/black-forest-labs/flux-dev/predictions');
    assert.equal(post.headers['prefer'], 'wait');
    assert.deepEqual(bodyOf(post), {
      input: {
        prompt: 'a lighthouse',
        width: 1024,
        height: 768,
        num_inference_steps: 4,
        guidance_scale: 3.5,
        negative_prompt: 'blurry, text',
        seed: 'exact',
      },
    });
    assert.deepEqual(image.ignored, ['scheduler']);
    assert.equal(image.seed, '18446744073709551615');
  });

  it('is a prediction of a version where the name has one', async () => {
    const { post } = await send('replicate', live('stability-ai/sdxl:7762fd07cf82'), [done], {});
    assert.equal(post.path, '/replicate/v1/predictions');
    assert.deepEqual(bodyOf(post), { version: '7762fd07cf82', input: { prompt: 'a lighthouse' } });
  });

  it('takes one output as well as a list', async () => {
    const one = { status: 201, json: { id: 'abc', status: 'succeeded', output: `data:image/png;base64,${base64}` } };
    const { image } = await send('replicate', live('a/b'), [one]);
    assert.deepEqual(Buffer.from(image.bytes), Buffer.from(png));
  });

  it('names the repository of an addition to a model', async () => {
    const entry = live('a/lora', { adapter: 'lora', adapterWeightsPath: 'lora.safetensors' });
    const { post } = await send('replicate', entry, [done], {});
    assert.match(post.body, new RegExp(`"lora_weights":"https://huggingface.co/${model}"`));
  });
});

describe('together on the wire', () => {
  it('has names of its own, and says retry-after when all is well', async () => {
    const answer = { json: { data: [{ b64_json: base64 }] }, headers: { 'retry-after': '2' } };
    const { post, image } = await send('together', live('black-forest-labs/FLUX.1-schnell-Free'), [answer]);
    assert.equal(post.path, '/together/v1/images/generations');
    assert.deepEqual(bodyOf(post), {
      model: 'black-forest-labs/FLUX.1-schnell-Free',
      prompt: 'a lighthouse',
      width: 1024,
      height: 768,
      steps: 4,
      guidance_scale: 3.5,
      negative_prompt: 'blurry, text',
      seed: 'exact',
      response_format: 'base64',
    });
    assert.deepEqual(image.ignored, ['scheduler']);
    assert.deepEqual(Buffer.from(image.bytes), Buffer.from(png));
  });

  it('may give an address all the same', async () => {
    const linked: Step = (response, { headers }) =>
      response.end(JSON.stringify({ data: [{ url: `http://${headers.host}/p.png` }] }));
    const { image } = await send('together', live('a/b'), [linked, { body: png }]);
    assert.deepEqual(Buffer.from(image.bytes), Buffer.from(png));
  });
});

describe('nscale on the wire', () => {
  it('is sent only what it takes', async () => {
    const { post, image } = await send('nscale', live('a/b'), [{ json: { data: [{ b64_json: base64 }] } }]);
    assert.equal(post.path, '/nscale/v1/images/generations');
    assert.deepEqual(bodyOf(post), {
      model: 'a/b',
      prompt: 'a lighthouse',
      size: '1024x768',
      negative_prompt: 'blurry, text',
      seed: 'exact',
      response_format: 'b64_json',
    });
    assert.deepEqual([...image.ignored].toSorted(), ['guidanceScale', 'scheduler', 'steps']);
  });
});

describe('wavespeed on the wire', () => {
  const done: Answer = {
    json: {
      code: 200,
      message: 'success',
      data: { status: 'completed', outputs: [`data:image/png;base64,${base64}`] },
    },
  };

  it('gets the size both ways, as its models are of two kinds', async () => {
    const { post, image } = await send('wavespeed', live('wavespeed-ai/z-image/turbo'), [done]);
    assert.equal(post.path, '/wavespeed/api/v3/wavespeed-ai/z-image/turbo');
    assert.deepEqual(bodyOf(post), {
      prompt: 'a lighthouse',
      size: '1024*768',
      width: 1024,
      height: 768,
      num_inference_steps: 4,
      guidance_scale: 3.5,
      negative_prompt: 'blurry, text',
      seed: 'exact',
    });
    assert.deepEqual(image.ignored, ['scheduler']);
  });

  it('names the repository of an addition to a model', async () => {
    const entry = live('a/lora', { adapter: 'lora', adapterWeightsPath: 'lora.safetensors' });
    const { post } = await send('wavespeed', entry, [done], {});
    assert.deepEqual(bodyOf(post), { prompt: 'a lighthouse', loras: [{ path: model, scale: 1 }] });
  });
});

describe('zai-org on the wire', () => {
  it('is sent prompt and size, and where the call comes from', async () => {
    const done = {
      json: { id: '1', task_status: 'SUCCESS', image_result: [{ url: `data:image/png;base64,${base64}` }] },
    };
    const { post, image } = await send('zai-org', live('glm-image'), [done]);
    assert.equal(post.path, '/zai-org/api/paas/v4/async/images/generations');
    assert.equal(post.headers['x-source-channel'], 'hugging_face');
    assert.equal(post.headers['accept-language'], 'en-US,en');
    assert.deepEqual(bodyOf(post), { model: 'glm-image', prompt: 'a lighthouse', size: '1024x768' });
    assert.deepEqual([...image.ignored].toSorted(), ['guidanceScale', 'negativePrompt', 'scheduler', 'seed', 'steps']);
    assert.equal(image.seed, undefined);
  });
});

describe('a provider by its name', () => {
  it('is told to serve nothing where the Hub does not have it, with those who do', async () => {
    await withServer(
      [hubAnswer({ replicate: live('a/b'), together: { ...live('c/d'), status: 'error' } })],
      async (server) => {
        const failure = await failureOf(
          'modelNotServed',
          inferring(server.url, { request: { provider: 'together' } }).image,
        );
        assert.equal(failure.provider, 'together');
        assert.deepEqual(failure.servedBy, ['replicate']);
      },
    );
  });

  it('cannot be asked without the Hub, which knows its name for the model', async () => {
    await withServer([{ status: 500, body: 'oops' }], async (server) => {
      const failure = await failureOf(
        'providerDown',
        inferring(server.url, { request: { provider: 'together' } }).image,
      );
      assert.equal(failure.service, server.host);
      assert.ok(server.received.every(({ method }) => method === 'GET'));
    });
  });

  it('that does not take additions to models serves none', async () => {
    const lora = live('a/b', { adapter: 'lora', adapterWeightsPath: 'lora.safetensors' });
    await withServer([hubAnswer({ together: lora })], async (server) => {
      await failureOf('modelNotServed', inferring(server.url, { request: { provider: 'together' } }).image);
    });
  });

  for (const id of [
    '../x',
    'a/../b',
    'a//b',
    '/a/b',
    'a/b?x=1',
    'a/b#c',
    'a b',
    'a\\b',
    'https://evil.example/x',
    '',
    'a/%2e%2e/b',
  ]) {
    it(`is not asked by the name ${JSON.stringify(id)}, which would lead elsewhere`, async () => {
      await withServer([hubAnswer({ 'fal-ai': live(id) })], async (server) => {
        await failureOf('modelNotServed', inferring(server.url, { request: { provider: 'fal-ai' } }).image);
        assert.ok(server.received.every(({ method }) => method === 'GET'));
      });
    });
  }

  for (const path of ['../lora', 'a/../../b', 'https://evil.example/x', 'a b', '/x']) {
    it(`takes no weights from ${JSON.stringify(path)}`, async () => {
      const entry = live('fal-ai/flux-lora', { adapter: 'lora', adapterWeightsPath: path });
      await withServer([hubAnswer({ 'fal-ai': entry })], async (server) => {
        await failureOf('modelNotServed', inferring(server.url, { request: { provider: 'fal-ai' } }).image);
      });
    });
  }

  it('is named with the router in a failure', async () => {
    await withServer([hubAnswer({ together: live('a/b') }), { status: 500, json: { error: 'no' } }], async (server) => {
      const failure = await failureOf(
        'providerDown',
        inferring(server.url, { request: { provider: 'together' } }).image,
      );
      assert.equal(failure.service, `together (${server.host})`);
      assert.equal(failure.detail, 'no');
    });
  });

  it('that has dropped the model does not make it a model that does not exist', async () => {
    const gone = { status: 404, json: { detail: 'Application not found' } };
    await withServer([hubAnswer({ 'fal-ai': live('a/b'), replicate: live('c/d') }), gone], async (server) => {
      const failure = await failureOf(
        'modelNotServed',
        inferring(server.url, { request: { provider: 'fal-ai' } }).image,
      );
      assert.equal(failure.provider, 'fal-ai');
      assert.deepEqual(failure.servedBy, ['replicate']);
      assert.equal(failure.detail, 'Application not found');
    });
  });
});
