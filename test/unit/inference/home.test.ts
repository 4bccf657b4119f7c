// Servers at home: those that speak as OpenAI does, and AUTOMATIC1111's web UI and its like.
import assert from 'node:assert/strict';
import type { ParameterValues } from '../../../src/core/parameters.ts';
import type { ServiceSettings } from '../../../src/core/request.ts';
import { failureOf, inferring, png, type Inferred, type Inferring } from './inferring.ts';
import { withServer, type Answer, type ScriptedServer, type Step } from './scriptedServer.ts';

const everything: ParameterValues = {
  guidanceScale: 3.5,
  negativePrompt: ['blurry', 'text'],
  steps: 4,
  width: 1024,
  height: 768,
  scheduler: 'Euler a',
  seed: '18446744073709551615',
};
const base64 = Buffer.from(png).toString('base64');

function askingAt(
  server: ScriptedServer,
  api: 'openai' | 'automatic1111',
  { path = '', ...given }: Inferring & { readonly path?: string } = {},
): Inferred {
  const settings: Partial<ServiceSettings> = { endpoint: { url: `${server.url}${path}`, api }, ...given.settings };
  return inferring('http://127.0.0.1:9', { ...given, settings });
}

const bodyOf = (server: ScriptedServer): unknown =>
  JSON.parse((server.received[0]?.body ?? '').replace(/"seed":18446744073709551615(?=[,}])/, '"seed":"exact"'));

describe('a server that speaks as OpenAI does', () => {
  const localAi: Answer = { json: { created: 1, id: 'x', data: [{ b64_json: base64, index: 0 }] } };

  it('is sent its own names, with the negative prompt after a bar', async () => {
    await withServer([localAi], async (server) => {
      const request = { model: 'flux.1-dev', parameters: everything };
      const image = await askingAt(server, 'openai', { request }).image;
      assert.equal(server.received[0]?.path, '/v1/images/generations');
      assert.deepEqual(bodyOf(server), {
        model: 'flux.1-dev',
        prompt: 'a lighthouse|blurry, text',
        n: 1,
        size: '1024x768',
        step: 4,
        seed: 'exact',
        response_format: 'b64_json',
      });
      assert.deepEqual([...image.ignored].toSorted(), ['guidanceScale', 'scheduler']);
      assert.equal(image.seed, '18446744073709551615');
      assert.equal(image.provider, server.host);
      assert.deepEqual(Buffer.from(image.bytes), Buffer.from(png));
    });
  });

  for (const path of ['', '/', '/v1', '/v1/', '/v1/images/generations', '/v1/images/generations/']) {
    it(`is found with the address ${JSON.stringify(path)}`, async () => {
      await withServer([localAi], async (server) => {
        await askingAt(server, 'openai', { path }).image;
        assert.equal(server.received[0]?.path, '/v1/images/generations');
      });
    });
  }

  it('may stand below a path', async () => {
    await withServer([localAi], async (server) => {
      await askingAt(server, 'openai', { path: '/ai/v1' }).image;
      assert.equal(server.received[0]?.path, '/ai/v1/images/generations');
    });
  });

  for (const path of ['?key=1', '/#x', '/{model}']) {
    it(`is not found with the address ${path}`, async () => {
      await withServer([localAi], async (server) => {
        const { problem } = await failureOf('invalidRequest', askingAt(server, 'openai', { path }).image);
        assert.ok(problem.type === 'badUrl');
        assert.equal(problem.name, 'depict.endpoint.url');
      });
    });
  }

  it('has no place for a negative prompt beside a prompt with a bar in it, which is one already', async () => {
    await withServer([localAi], async (server) => {
      const request = { prompt: 'a|b', parameters: { negativePrompt: ['c'] } };
      const image = await askingAt(server, 'openai', { request }).image;
      assert.deepEqual(image.ignored, ['negativePrompt']);
      assert.equal((bodyOf(server) as { prompt: string }).prompt, 'a|b');
    });
  });

  it('that is sd-server, by its answer, has not looked at the seed', async () => {
    const sdServer: Answer = { json: { created: 1, output_format: 'png', data: [{ b64_json: base64 }] } };
    await withServer([sdServer], async (server) => {
      const image = await askingAt(server, 'openai', { request: { parameters: { seed: '7', steps: 3 } } }).image;
      assert.equal(image.seed, undefined);
      assert.deepEqual([...image.ignored].toSorted(), ['seed', 'steps']);
    });
  });

  it('that is sd-server has made no use of a negative prompt, and is not blamed for what was not sent', async () => {
    const sdServer: Answer = { json: { created: 1, output_format: 'png', data: [{ b64_json: base64 }] } };
    await withServer([sdServer], async (server) => {
      const request = { parameters: { negativePrompt: ['blurry'] } };
      assert.deepEqual((await askingAt(server, 'openai', { request }).image).ignored, ['negativePrompt']);
    });
  });

  it('that is sd-server, by the name of its model, gets the prompt alone', async () => {
    await withServer([localAi], async (server) => {
      const request = { prompt: 'a cat', model: 'sd-cpp-local', parameters: { negativePrompt: ['blurry'] } };
      assert.deepEqual((await askingAt(server, 'openai', { request }).image).ignored, ['negativePrompt']);
      assert.equal((bodyOf(server) as { prompt: string }).prompt, 'a cat');
    });
  });

  it('may have nothing to show', async () => {
    await withServer([{ json: { created: 1, output_format: 'png', data: [] } }], async (server) => {
      assert.equal((await failureOf('badReply', askingAt(server, 'openai').image)).problem, 'empty');
    });
  });

  it('may answer with an address, whole or without a host', async () => {
    for (const url of ['{here}/generated-images/p.png', '/generated-images/p.png']) {
      const linked: Step = (response, { headers }) =>
        response.end(JSON.stringify({ data: [{ url: url.replace('{here}', `http://${headers.host}`) }] }));
      await withServer([linked, { body: png }], async (server) => {
        const tokens = { [server.url]: 'local-key' };
        const image = await askingAt(server, 'openai', { tokens }).image;
        assert.deepEqual(Buffer.from(image.bytes), Buffer.from(png));
        assert.equal(server.received[1]?.path, '/generated-images/p.png');
        assert.equal(server.received[0]?.headers.authorization, 'Bearer local-key');
        assert.equal(server.received[1].headers.authorization, undefined);
      });
    }
  });

  it('says what it does not have', async () => {
    const missing = { status: 404, json: { error: { message: "model 'x' not found", type: 'not_found_error' } } };
    await withServer([missing], async (server) => {
      const failure = await failureOf('modelMissing', askingAt(server, 'openai').image);
      assert.equal(failure.detail, "model 'x' not found");
    });
  });
});

describe("AUTOMATIC1111's web UI", () => {
  const answer = (info: unknown, more: object = {}): Answer => ({
    json: { images: [base64], parameters: {}, info: typeof info === 'string' ? info : JSON.stringify(info), ...more },
  });

  it('is sent its own names', async () => {
    await withServer([answer({ seed: 5 })], async (server) => {
      const image = await askingAt(server, 'automatic1111', { request: { parameters: everything } }).image;
      assert.equal(server.received[0]?.path, '/sdapi/v1/txt2img');
      assert.deepEqual(bodyOf(server), {
        prompt: 'a lighthouse',
        negative_prompt: 'blurry, text',
        width: 1024,
        height: 768,
        steps: 4,
        cfg_scale: 3.5,
        seed: 'exact',
        sampler_name: 'Euler a',
        n_iter: 1,
        batch_size: 1,
        force_task_id: 'task(depict-18446744073709551615)',
      });
      assert.deepEqual(image.ignored, []);
    });
  });

  it('tells the seed and the checkpoint in JSON within JSON, exactly', async () => {
    const info = '{"seed": 16357541570974532001, "sd_model_name": "sd_xl_base_1.0", "infotexts": ["a\\nSeed: 1"]}';
    await withServer([answer(info)], async (server) => {
      const image = await askingAt(server, 'automatic1111').image;
      assert.equal(image.seed, '16357541570974532001');
      assert.equal(image.model, 'sd_xl_base_1.0');
    });
    await withServer([answer({ all_seeds: [42] })], async (server) => {
      assert.equal((await askingAt(server, 'automatic1111').image).seed, '42');
    });
    for (const nothing of ['', 'no JSON', '[]', '{"seed":-1}']) {
      await withServer([answer(nothing)], async (server) => {
        const image = await askingAt(server, 'automatic1111', { request: { parameters: { seed: '9' } } }).image;
        assert.equal(image.seed, '9');
      });
    }
  });

  it("is told which checkpoint to use, but not the Hub's name of a model", async () => {
    for (const [model, sent] of [
      [
        'v1-5-pruned-emaonly.safetensors [6ce0161689]',
        { sd_model_checkpoint: 'v1-5-pruned-emaonly.safetensors [6ce0161689]' },
      ],
      ['black-forest-labs/FLUX.1-schnell', undefined],
    ] as const) {
      await withServer([answer({})], async (server) => {
        await askingAt(server, 'automatic1111', { request: { model } }).image;
        assert.deepEqual((bodyOf(server) as Record<string, unknown>)['override_settings'], sent);
      });
    }
  });

  it('that was started without its API says how to start it', async () => {
    await withServer([{ status: 404, json: { detail: 'Not Found' } }], async (server) => {
      const failure = await failureOf('badReply', askingAt(server, 'automatic1111').image);
      assert.equal(failure.problem, 'noApi');
      assert.equal(failure.service, server.host);
    });
  });

  it('that lacks a sampler is a request that is wrong, not a model that is missing', async () => {
    await withServer([{ status: 404, json: { detail: 'Sampler not found' } }], async (server) => {
      const { problem } = await failureOf('invalidRequest', askingAt(server, 'automatic1111').image);
      assert.ok(problem.type === 'rejected');
      assert.equal(problem.detail, 'Sampler not found');
    });
  });

  it('that is given up answers without a picture', async () => {
    await withServer([{ json: { images: [], info: '{}' } }], async (server) => {
      assert.equal((await failureOf('badReply', askingAt(server, 'automatic1111').image)).problem, 'empty');
    });
  });

  describe('while it works', () => {
    interface Ui {
      readonly step: Step;
      /** Lets the picture be there. */
      finish(): void;
    }

    /** Everything by its path: calls come side by side. */
    function webUi(progress: (index: number) => Answer): Ui {
      let finish = (): void => assert.fail('not asked for a picture');
      let looks = 0;
      return {
        finish: () => finish(),
        step: (response, { path }) => {
          if (path === '/sdapi/v1/txt2img') {
            finish = () => response.end(JSON.stringify({ images: [base64], info: '{"seed":3}' }));
            return;
          }
          if (path === '/sdapi/v1/interrupt') return void response.end('{}');
          const { status = 200, json } = progress(looks++);
          response.writeHead(status, { 'content-type': 'application/json' });
          response.end(JSON.stringify(json));
        },
      };
    }

    it('is asked for its progress', async () => {
      const ui = webUi((index) => ({ json: { progress: [0, 0.25, 0.75][index] ?? 0.75, eta_relative: 1 } }));
      await withServer([ui.step], async (server) => {
        const asked = askingAt(server, 'automatic1111');
        for (const index of [1, 2, 3]) {
          // The pause before a look: the picture is on its way meanwhile.
          await server.arrival(index - 1);
          await settled();
          asked.leap();
          await server.arrival(index);
          await settled();
        }
        ui.finish();
        await asked.image;
        assert.deepEqual(asked.stages, [
          { type: 'generating' },
          { type: 'generating' },
          { type: 'generating', fraction: 0.25 },
          { type: 'generating', fraction: 0.75 },
        ]);
        assert.equal(server.received[1]?.path, '/sdapi/v1/progress?skip_current_image=true');
      });
    });

    it('is not asked again where it has no progress to tell, as sd-server', async () => {
      const ui = webUi(() => ({ status: 404, json: {} }));
      await withServer([ui.step], async (server) => {
        const asked = askingAt(server, 'automatic1111');
        await server.arrival(0);
        asked.leap();
        await server.arrival(1);
        await settled();
        ui.finish();
        await asked.image;
        assert.equal(server.received.length, 2);
        assert.deepEqual(asked.slept, [1_000]);
      });
    });

    it('is interrupted when the picture is not wanted any more', async () => {
      const ui = webUi(() => ({ json: { progress: 0.5, current_task: 'task(depict-7)' } }));
      await withServer([ui.step], async (server) => {
        const user = new AbortController();
        const tokens = { [server.url]: 'local-key' };
        const request = { parameters: { seed: '7' } };
        const asked = askingAt(server, 'automatic1111', { signal: user.signal, tokens, request });
        const post = await server.arrival(0);
        user.abort();
        await failureOf('cancelled', asked.image);
        assert.equal(await post.answered, false);
        const last = server.received.at(-1);
        assert.equal(`${last?.method} ${last?.path}`, 'POST /sdapi/v1/interrupt');
        assert.equal(last?.headers.authorization, 'Bearer local-key');
      });
    });

    it("is not interrupted at somebody else's picture", async () => {
      const ui = webUi(() => ({ json: { progress: 0.5, current_task: 'task(another)' } }));
      await withServer([ui.step], async (server) => {
        const user = new AbortController();
        const request = { parameters: { seed: '7' } };
        const asked = askingAt(server, 'automatic1111', { signal: user.signal, request });
        await server.arrival(0);
        asked.leap();
        await server.arrival(1);
        await settled();
        assert.deepEqual(asked.stages.at(-1), { type: 'waitingInLine' });
        user.abort();
        await failureOf('cancelled', asked.image);
        assert.ok(server.received.every(({ path }) => path !== '/sdapi/v1/interrupt'));
      });
    });

    it('is interrupted where it does not tell whose picture it makes', async () => {
      const ui = webUi(() => ({ status: 404, json: {} }));
      await withServer([ui.step], async (server) => {
        const user = new AbortController();
        const asked = askingAt(server, 'automatic1111', { signal: user.signal });
        await server.arrival(0);
        user.abort();
        await failureOf('cancelled', asked.image);
        assert.equal(server.received.at(-1)?.path, '/sdapi/v1/interrupt');
      });
    });
  });
});

/** Until what was received has been understood: a few turns of the loop, and real sockets in between. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
}
