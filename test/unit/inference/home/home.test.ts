// What servers of the user's own say of themselves: their models, their samplers, and what kind they are.
import assert from 'node:assert/strict';
import type { EndpointApi } from '../../../../src/core/request.ts';
import { serverAt, serverRoot } from '../../../../src/inference/home/homeServer.ts';
import { listModels } from '../../../../src/inference/home/listModels.ts';
import { listSamplers } from '../../../../src/inference/home/listSamplers.ts';
import { recognize } from '../../../../src/inference/home/recognize.ts';
import { createUndiciTransport } from '../../../../src/inference/transport/undiciTransport.ts';
import { startDemoApi } from '../../../demoApi/demoApi.ts';
import { failureOf } from '../inferring.ts';
import { withServer, type Answer } from '../scriptedServer.ts';
import { directNetwork } from '../transport/directNetwork.ts';

const transport = createUndiciTransport(directNetwork);
const { signal } = new AbortController();
const at = (root: string, token?: string) => ({ root, token });

after(() => transport.close());

/** Answers by path; everything else is 404. */
async function withPaths(
  answers: Readonly<Record<string, Answer>>,
  run: (url: string) => Promise<void>,
  other: Answer = { status: 404, json: { detail: 'Not Found' } },
): Promise<void> {
  await withServer(
    [
      (response, { path }) => {
        const { status = 200, headers = {}, body, json } = answers[path] ?? other;
        response.writeHead(status, headers);
        response.end(json === undefined ? (body ?? '') : JSON.stringify(json));
      },
    ],
    (server) => run(server.url),
  );
}

describe('serverRoot', () => {
  const rows: readonly [address: string, root: string][] = [
    ['http://127.0.0.1:7860', 'http://127.0.0.1:7860'],
    ['http://127.0.0.1:7860/', 'http://127.0.0.1:7860'],
    ['http://127.0.0.1:7860/sdapi/v1/txt2img', 'http://127.0.0.1:7860'],
    ['http://127.0.0.1:7860/sdapi/v1/', 'http://127.0.0.1:7860'],
    ['http://localhost:8080/v1', 'http://localhost:8080'],
    ['http://localhost:8080/ai/v1/images/generations', 'http://localhost:8080/ai'],
    ['https://x.endpoints.example/endpoint?a=b#c', 'https://x.endpoints.example/endpoint'],
    ['http://localhost:8080/models/{model}', 'http://localhost:8080'],
    ['http://localhost:8080/notv1', 'http://localhost:8080/notv1'],
  ];
  for (const [address, root] of rows) it(`of ${address}`, () => assert.equal(serverRoot(address), root));

  it('refuses what is no address', async () => {
    for (const address of ['', 'localhost:7860', 'file:///etc/passwd', 'http://me:pw@localhost', 'http://{model}/']) {
      await failureOf('invalidRequest', (async () => serverRoot(address))());
    }
  });

  it('comes with the token for the origin, and never over plain http to another machine', async () => {
    const asked: string[] = [];
    const tokenFor = (origin: string): Promise<string> => (asked.push(origin), Promise.resolve('t'));
    assert.deepEqual(await serverAt('http://127.0.0.1:7860/v1', tokenFor), at('http://127.0.0.1:7860', 't'));
    assert.deepEqual(await serverAt('http://10.0.0.7:7860', tokenFor), at('http://10.0.0.7:7860'));
    assert.deepEqual(asked, ['http://127.0.0.1:7860']);
  });
});

describe('listModels', () => {
  it('lists checkpoints by the name that is sent for them', async () => {
    const checkpoints = [
      { title: 'dream.safetensors [abc]', model_name: 'dream' },
      { title: 'sub/fox v2.safetensors [def]', model_name: 'sub_fox v2' },
      { title: 'only the title.ckpt' },
      { model_name: 'only-the-name' },
      { title: 'diffusers/like-a-hub-model', model_name: 'diffusers/like-a-hub-model' },
      { title: 'sub/other.safetensors', model_name: 'sub/other' },
      { title: 'dream.safetensors [abc]', model_name: 'dream' },
      { title: 'two\nlines', model_name: 7 },
      { title: 'x'.repeat(301) },
      'text',
      null,
    ];
    await withPaths({ '/sdapi/v1/sd-models': { json: checkpoints } }, async (url) => {
      assert.deepEqual(await listModels(at(url), 'automatic1111', transport, signal), [
        { id: 'dream', title: 'dream.safetensors [abc]' },
        { id: 'sub_fox v2', title: 'sub/fox v2.safetensors [def]' },
        { id: 'only the title.ckpt', title: 'only the title.ckpt' },
        { id: 'only-the-name', title: 'only-the-name' },
        { id: 'sub/other.safetensors', title: 'sub/other.safetensors' },
      ]);
    });
  });

  it('lists the models of servers that speak as OpenAI does', async () => {
    const data = [{ id: 'flux.1-dev' }, { id: 'sd/turbo' }, { id: '' }, {}, { id: 'flux.1-dev' }];
    await withPaths({ '/v1/models': { json: { object: 'list', data } } }, async (url) => {
      const found = await listModels(at(url), 'openai', transport, signal);
      assert.deepEqual(
        found.map(({ id }) => id),
        ['flux.1-dev', 'sd/turbo'],
      );
    });
  });

  it('takes at most a thousand', async () => {
    const data = Array.from({ length: 5_000 }, (_, index) => ({ id: `m${index}` }));
    await withPaths({ '/v1/models': { json: { data } } }, async (url) => {
      assert.equal((await listModels(at(url), 'openai', transport, signal)).length, 1_000);
    });
  });

  it('asks nothing of kinds that have no list', async () => {
    for (const api of ['hf', 'hf-legacy'] as const) {
      assert.deepEqual(await listModels(at('http://127.0.0.1:1'), api, transport, signal), []);
    }
  });

  for (const [what, answer, kind] of [
    ['a page', { body: '<html><body>Hello</body></html>' }, 'badReply'],
    ['an object', { json: { models: [] } }, 'badReply'],
    ['too much', { body: `[${'"x",'.repeat(2 ** 20)}"x"]` }, 'badReply'],
    ['404', { status: 404, json: { detail: 'Not Found' } }, 'badReply'],
    ['401 without a token', { status: 401, json: { detail: 'Incorrect username or password' } }, 'noToken'],
    ['503', { status: 503, body: 'loading' }, 'badReply'],
  ] as const) {
    it(`fails on ${what}`, async () => {
      await withPaths({ '/sdapi/v1/sd-models': answer }, async (url) => {
        await failureOf(kind, listModels(at(url), 'automatic1111', transport, signal));
      });
    });
  }
});

describe('listSamplers', () => {
  const samplers: Answer = { json: [{ name: 'Euler a', aliases: [] }, { name: 'DDIM' }, { name: 'Euler a' }, {}] };

  it('lists samplers and schedules', async () => {
    const schedules = { json: [{ name: 'karras', label: 'Karras' }, { name: 'sgm_uniform' }] };
    await withPaths({ '/sdapi/v1/samplers': samplers, '/sdapi/v1/schedulers': schedules }, async (url) => {
      assert.deepEqual(await listSamplers(at(url), transport, signal), {
        samplers: ['Euler a', 'DDIM'],
        schedules: ['Karras', 'sgm_uniform'],
      });
    });
  });

  it('does without schedules where there are none', async () => {
    await withPaths({ '/sdapi/v1/samplers': samplers }, async (url) => {
      assert.deepEqual((await listSamplers(at(url), transport, signal)).schedules, []);
    });
  });

  it('fails where the server has no such list', async () => {
    await withPaths({}, async (url) => {
      await failureOf('badReply', listSamplers(at(url), transport, signal));
    });
  });
});

describe('recognize', () => {
  const samplers = { json: [{ name: 'Euler' }] };
  const models = { json: { object: 'list', data: [] } };
  const ok = { body: 'OK\n' };

  const rows: readonly [what: string, answers: Readonly<Record<string, Answer>>, apis: readonly EndpointApi[]][] = [
    ['a web UI', { '/sdapi/v1/samplers': samplers }, ['automatic1111']],
    ['LocalAI', { '/v1/models': models, '/health': { body: 'healthy' } }, ['openai']],
    [
      'sd-server, which speaks both',
      { '/v1/models': models, '/sdapi/v1/samplers': samplers },
      ['automatic1111', 'openai'],
    ],
    ['the toolkit of Hugging Face', { '/health': ok }, ['hf']],
    ['a container that takes POST alone', { '/take': { status: 405, json: { detail: 'Method Not Allowed' } } }, ['hf']],
    ['another program with a health', { '/health': { json: { status: 'ok' } } }, []],
    ['a page for everything', {}, []],
    ['samplers that are none', { '/sdapi/v1/samplers': { json: { detail: 'x' } }, '/v1/models': { json: [] } }, []],
  ];
  for (const [what, answers, apis] of rows) {
    it(`knows ${what}`, async () => {
      const page: Answer = what.startsWith('a page') ? { body: '<html></html>' } : { status: 404, body: 'no' };
      await withPaths(
        answers,
        async (url) => {
          const seen = await recognize(at(url), `${url}/take`, transport, signal);
          assert.deepEqual(seen, { apis, refused: false, asleep: false, noApi: false });
        },
        page,
      );
    });
  }

  it('knows a web UI without its API, a closed door and a sleeper', async () => {
    const seen = async (other: Answer): Promise<unknown> => {
      let found: unknown;
      const look = async (url: string): Promise<void> => {
        found = await recognize(at(url), undefined, transport, signal);
      };
      await withPaths({}, look, other);
      return found;
    };
    const nothing = { apis: [], refused: false, asleep: false, noApi: false };
    assert.deepEqual(await seen({ status: 404, json: { detail: 'Not Found' } }), { ...nothing, noApi: true });
    const deep = `{"detail":${'['.repeat(200_000)}${']'.repeat(200_000)}}`;
    assert.deepEqual(await seen({ status: 404, body: deep }), nothing);
    assert.deepEqual(await seen({ status: 401, json: {} }), { ...nothing, refused: true });
    assert.deepEqual(await seen({ status: 503, body: '' }), { ...nothing, asleep: true });
  });

  it('fails where nobody answers', async () => {
    await failureOf('offline', recognize(at('http://127.0.0.1:1'), undefined, transport, signal));
  });

  it('knows the kinds that the local API plays', async () => {
    const api = await startDemoApi();
    try {
      const kinds = async (below: string) =>
        (await recognize(at(`${api.url}${below}`), `${api.url}${below}`, transport, signal)).apis;
      assert.deepEqual(await kinds('/endpoint'), ['hf']);
      assert.deepEqual(await kinds('/sd-server'), ['openai']);
      assert.deepEqual(await kinds(''), ['automatic1111', 'openai']);
      assert.deepEqual((await listSamplers(at(api.url), transport, signal)).schedules[1], 'Karras');
      assert.equal((await listModels(at(api.url), 'automatic1111', transport, signal))[0]?.id, 'v1-5-pruned-emaonly');
    } finally {
      await api.close();
    }
  });
});
