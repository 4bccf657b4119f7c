// The search for models: what is asked, what is believed of the answer, and who gets the token.
import assert from 'node:assert/strict';
import type { ModelQuestion } from '../../../../src/core/models/listedModel.ts';
import { createLookUps } from '../../../../src/inference/hub/lookUp.ts';
import { searchModels, servingProviders, type HubPorts } from '../../../../src/inference/hub/searchModels.ts';
import { createUndiciTransport } from '../../../../src/inference/transport/undiciTransport.ts';
import { startDemoApi } from '../../../demoApi/demoApi.ts';
import { hubAnswer, live } from '../hubAnswer.ts';
import { failureOf, model } from '../inferring.ts';
import { withServer, type Answer } from '../scriptedServer.ts';
import { directNetwork } from '../transport/directNetwork.ts';
import { virtualClock } from '../virtualClock.ts';

const clock = virtualClock(createUndiciTransport(directNetwork));
const any = { words: '' };

function ports(given: Partial<HubPorts> = {}): HubPorts {
  return {
    transport: clock.transport,
    signal: new AbortController().signal,
    tokenFor: () => Promise.resolve(undefined),
    ...given,
  };
}

const listed = (id: unknown, more: object = {}): object => ({
  id,
  inferenceProviderMapping: [{ provider: 'together', ...live('x/y') }],
  ...more,
});

/** What is believed of the first page. */
async function answered(answer: Answer, question: ModelQuestion = any) {
  let page: Awaited<ReturnType<typeof searchModels>> | undefined;
  await withServer([answer], async (server) => {
    page = await searchModels(question, server.url, ports());
  });
  assert(page);
  return page;
}

describe('the search for models', () => {
  it('asks for live models that make images from text, the most talked about first', async () => {
    await withServer([{ json: [] }], async (server) => {
      await searchModels({ words: ' flux & dev/é ' }, server.url, ports());
      assert.equal(
        server.received[0]?.path,
        '/api/models?pipeline_tag=text-to-image&inference_provider=all&sort=trendingScore&limit=50' +
          '&search=flux%20%26%20dev%2F%C3%A9' +
          '&expand[]=inferenceProviderMapping&expand[]=likes&expand[]=downloads&expand[]=gated',
      );
      await searchModels(any, `${server.url}/`, ports());
      assert.doesNotMatch(server.received[1]?.path ?? '', /search=/);
      await searchModels({ words: `${'x'.repeat(5_000)}\ud800` }, server.url, ports());
      assert.match(server.received[2]?.path ?? '', /search=x{100}&/);
      await searchModels({ words: '\ud800' }, server.url, ports());
      assert.doesNotMatch(server.received[3]?.path ?? '', /search=/);
    });
  });

  it('tells what the local API knows, page by page', async () => {
    const api = await startDemoApi({ mostPerPage: 3 });
    try {
      const pages: Awaited<ReturnType<typeof searchModels>>[] = [];
      for (let question: ModelQuestion | undefined = any; question;) {
        const page = await searchModels(question, api.url, ports());
        pages.push(page);
        question = page.next === undefined ? undefined : { next: page.next };
      }
      assert.equal(pages.length, 3);
      const models = pages.flatMap((page) => page.models);
      assert.deepEqual(models.slice(0, 2), [
        {
          id: 'Tongyi-MAI/Z-Image-Turbo',
          likes: 4_120,
          downloads: 512_007,
          gated: false,
          providers: ['fal-ai', 'wavespeed'],
        },
        { id: 'zai-org/GLM-Image', likes: 1_104, downloads: 22_310, gated: false, providers: ['zai-org', 'fal-ai'] },
      ]);
      assert.equal(models.length, 8);
      assert.equal(models.find(({ id }) => id === 'black-forest-labs/FLUX.1-dev')?.gated, true);
    } finally {
      await api.close();
    }
  });

  it('keeps only models that a provider serves live and that Depict speaks', async () => {
    const mapping = (entry: object): object => ({ inferenceProviderMapping: [entry] });
    const page = await answered({
      json: [
        listed('a/good', {
          inferenceProviderMapping: { acme: live('a/b'), nscale: live('c/d'), together: live('e/f') },
        }),
        listed('a/twice', {
          inferenceProviderMapping: [
            { provider: 'nscale', ...live('c/d') },
            { provider: 'nscale', ...live('c/e') },
          ],
        }),
        listed('a/unspoken', mapping({ provider: 'acme', ...live('a/b') })),
        listed('a/dead', mapping({ provider: 'together', ...live('a/b'), status: 'error' })),
        listed('a/other-task', mapping({ provider: 'together', ...live('a/b'), task: 'image-to-image' })),
        listed(
          'a/lora',
          mapping({ provider: 'nscale', ...live('a/b'), adapter: 'lora', adapterWeightsPath: 'l.safetensors' }),
        ),
        listed('a/nobody', { inferenceProviderMapping: null }),
      ],
    });
    assert.deepEqual(
      page.models.map(({ id, providers }) => [id, providers]),
      [
        ['a/good', ['nscale', 'together']],
        ['a/twice', ['nscale']],
      ],
    );
  });

  it('believes no name, number or mark that is not one', async () => {
    const { models } = await answered({
      json: [
        listed('../../evil'),
        listed('a/b](command:x)'),
        listed('a/$(bell)'),
        listed('no-owner'),
        listed(7),
        listed('a/weights.safetensors'),
        listed('a/b', { likes: '12', downloads: -1, gated: 'perhaps' }),
        listed('a/c', { likes: 1.5, downloads: {}, gated: 'manual' }),
        null,
        'a/d',
        ['a/e'],
      ],
    });
    assert.deepEqual(models, [
      { id: 'a/b', gated: false, providers: ['together'] },
      { id: 'a/c', likes: 1.5, gated: true, providers: ['together'] },
    ]);
  });

  it('reads no more of a page than was to be expected', async () => {
    const { models } = await answered({ json: Array.from({ length: 5_000 }, (_, index) => listed(`a/m${index}`)) });
    assert.equal(models.length, 200);
    const long = { body: `["${'x'.repeat(9_000_000)}"]` };
    const failure = await failureOf('badReply', answered(long));
    assert.equal(failure.problem, 'tooLarge');
  });

  describe('goes on', () => {
    const linked = async (link: string | ((url: string) => string)) => {
      let next: string | undefined;
      await withServer(
        [
          (response, { headers }) => {
            const given = typeof link === 'string' ? link : link(`http://${headers.host}`);
            response.writeHead(200, { link: given });
            response.end('[]');
          },
        ],
        async (server) => {
          next = (await searchModels(any, server.url, ports())).next?.replace(server.url, '');
        },
      );
      return next;
    };

    it('where the Hub links to its own list', async () => {
      assert.equal(await linked((url) => `<${url}/api/models?cursor=x>; rel="next"`), '/api/models?cursor=x');
      assert.equal(
        await linked((url) => `<${url}/api/models?a>; rel="prev", <${url}/api/models?b>; title="x"; rel=next`),
        '/api/models?b',
      );
    });

    it('nowhere else', async () => {
      for (const link of [
        '<https://evil.example/api/models?cursor=x>; rel="next"',
        '</api/models?cursor=x>; rel="next"',
        'nonsense',
      ]) {
        assert.equal(await linked(link), undefined, link);
      }
      for (const path of ['/api/whoami-v2', '/api/models/a/b', '/api/models/../whoami-v2', '/other/api/models']) {
        assert.equal(await linked((url) => `<${url}${path}>; rel="next"`), undefined, path);
      }
      assert.equal(await linked((url) => `<${url.replace('//', '//me:secret@')}/api/models>; rel="next"`), undefined);
      assert.equal(await linked((url) => `<${url}/api/models?${'x'.repeat(5_000)}>; rel="next"`), undefined);
      assert.equal(await linked((url) => `<${url}/api/models?x>; rel="prev"`), undefined);
    });

    it('not at an address that came from somewhere else', async () => {
      await withServer([{ json: [] }], async (server) => {
        await withServer([{ json: [] }], async (evil) => {
          const question = { next: `${evil.url}/api/models` };
          assert.deepEqual(await searchModels(question, server.url, ports()), { models: [] });
          assert.equal(evil.received.length + server.received.length, 0);
        });
      });
    });

    it('below the path of a Hub that has one', async () => {
      await withServer([{ json: [] }], async (server) => {
        await searchModels({ next: `${server.url}/hf/api/models?c` }, `${server.url}/hf`, ports());
        await searchModels({ next: `${server.url}/api/models?c` }, `${server.url}/hf`, ports());
        assert.deepEqual(
          server.received.map(({ path }) => path),
          ['/hf/api/models?c'],
        );
      });
    });
  });

  it('shows the token to the Hub alone, and follows no redirect with it', async () => {
    await withServer([{ json: [] }], async (elsewhere) => {
      const redirect = { status: 302, headers: { location: `${elsewhere.url}/api/models` } };
      await withServer([{ json: [] }, redirect], async (server) => {
        const asked: string[] = [];
        const tokenFor = (origin: string) => {
          asked.push(origin);
          return Promise.resolve('hf_x');
        };
        await searchModels(any, server.url, ports({ tokenFor }));
        assert.equal(server.received[0]?.headers.authorization, 'Bearer hf_x');
        assert.deepEqual(asked, [server.url]);
        const failure = await failureOf('badReply', searchModels(any, server.url, ports({ tokenFor })));
        assert.equal(failure.problem, 'redirect');
        assert.equal(elsewhere.received.length, 0);
      });
    });
  });

  describe('tells what keeps the Hub from answering:', () => {
    const failed = async (answer: Answer, tokenFor = ports().tokenFor) => {
      let outcome: Promise<unknown> = Promise.resolve();
      await withServer([answer], async (server) => {
        outcome = searchModels(any, server.url, ports({ tokenFor }));
        await outcome.catch(() => undefined);
      });
      return outcome;
    };
    const text = JSON.stringify;

    it('too many questions', async () => {
      const limited = { status: 429, body: 'Too Many Requests', headers: { ratelimit: '"api";r=0;t=55' } };
      assert.equal((await failureOf('rateLimited', failed(limited))).retryAfterSeconds, 55);
    });

    it('a token that it does not take, or that is missing', async () => {
      const answer = { status: 401, json: { error: 'Invalid username or password.' } };
      await failureOf(
        'badToken',
        failed(answer, () => Promise.resolve('hf_old')),
      );
      await failureOf('noToken', failed(answer));
    });

    it('an outage', async () => {
      await failureOf('providerDown', failed({ status: 502, body: '<html><title>502 Bad Gateway</title></html>' }));
    });

    it('another server at its address', async () => {
      const missing = await failureOf('badReply', failed({ status: 404, json: { error: 'Not Found' } }));
      assert.deepEqual([missing.problem, missing.status], ['unexpectedStatus', 404]);
      for (const [body, problem] of [
        ['<!doctype html><html><title>Sign in</title></html>', 'html'],
        [text({ models: [] }), 'json'],
        ['', 'json'],
        ['[{"id":', 'json'],
        ['\u0000\u0001', 'json'],
      ] as const) {
        assert.equal((await failureOf('badReply', failed({ body }))).problem, problem, body);
      }
    });

    it('nobody there', async () => {
      const api = await startDemoApi();
      await api.close();
      assert.equal((await failureOf('offline', searchModels(any, api.url, ports()))).problem, 'refused');
    });

    it('silence, after ten seconds', async () => {
      await withServer([() => undefined], async (server) => {
        const outcome = searchModels(any, server.url, ports());
        await server.arrival(0);
        clock.leap();
        assert.equal((await failureOf('timedOut', outcome)).seconds, 10);
        assert.equal(await server.received[0]?.answered, false);
      });
    });

    it('an address that is none', async () => {
      await failureOf('invalidRequest', searchModels(any, 'file:///etc/passwd', ports()));
    });
  });

  it('hangs up when nobody wants to know any more', async () => {
    await withServer([() => undefined], async (server) => {
      const user = new AbortController();
      const outcome = searchModels(any, server.url, ports({ signal: user.signal }));
      const { answered: isAnswered } = await server.arrival(0);
      user.abort('typed on');
      await assert.rejects(outcome, (reason) => reason === 'typed on');
      assert.equal(await isAnswered, false);
    });
  });
});

describe('who serves a model', () => {
  it("is told in the user's order, without those that Depict does not speak", async () => {
    const mapping = { acme: live('a/b'), together: live('c/d'), replicate: { ...live('e/f'), status: 'error' } };
    await withServer([hubAnswer({ ...mapping, 'fal-ai': live('g/h') })], async (server) => {
      const lookUps = createLookUps();
      assert.deepEqual(await servingProviders(model, server.url, lookUps, ports()), ['together', 'fal-ai']);
      assert.deepEqual(await servingProviders(model, server.url, lookUps, ports()), ['together', 'fal-ai']);
      assert.equal(server.received.length, 1, 'a look-up counts for five minutes');
    });
  });

  it('is a failure where the Hub does not know the model', async () => {
    await withServer([{ status: 404, json: { error: 'Repository not found' } }], async (server) => {
      await failureOf('modelMissing', servingProviders(model, server.url, createLookUps(), ports()));
    });
  });
});
