// `auto`: who is asked, in which order, and when the next one is.
import assert from 'node:assert/strict';
import { createLookUps } from '../../../src/inference/hub/lookUp.ts';
import { hubAnswer, live } from './hubAnswer.ts';
import { failureOf, inferring, model, png, type Inferring } from './inferring.ts';
import { withServer, type Answer, type ScriptedServer, type Step } from './scriptedServer.ts';

const auto: Inferring = { request: { provider: 'auto' } };
const base64 = Buffer.from(png).toString('base64');
const inBase64: Answer = { json: { data: [{ b64_json: base64 }] } };
const bytes: Answer = { body: png };
const down: Answer = { status: 500, json: { error: 'broken' } };

const posts = ({ received }: ScriptedServer): readonly string[] =>
  received.filter(({ method }) => method === 'POST').map(({ path }) => path.split('/')[1] ?? '');

describe('auto', () => {
  it("asks the first in the user's order that is live and spoken, by the provider's own name", async () => {
    const mapping = {
      acme: live('a/b'),
      replicate: { ...live('c/d'), status: 'error' },
      together: live('e/f'),
      'hf-inference': live(model),
    };
    await withServer([hubAnswer(mapping), inBase64], async (server) => {
      const image = await inferring(server.url, auto).image;
      assert.equal(image.provider, 'together');
      assert.equal(image.fellOver, undefined);
      assert.match(server.received[1]?.body ?? '', /"model":"e\/f"/);
    });
  });

  it('takes a list as well as an object', async () => {
    const list = [
      { provider: 'nscale', hfModelId: model, ...live('e/f') },
      { provider: 'hf-inference', ...live(model) },
    ];
    await withServer([{ json: { id: model, inferenceProviderMapping: list } }, inBase64], async (server) => {
      assert.equal((await inferring(server.url, auto).image).provider, 'nscale');
    });
  });

  describe('falls over', () => {
    const mapping = hubAnswer({ together: live('a/b'), nscale: live('c/d'), 'hf-inference': live(model) });

    it('to the next where one is down, and says so', async () => {
      await withServer([mapping, down, inBase64], async (server) => {
        const image = await inferring(server.url, auto).image;
        assert.equal(image.provider, 'nscale');
        assert.deepEqual(image.fellOver, [{ provider: 'together', kind: 'providerDown' }]);
      });
    });

    it('past several', async () => {
      const unserved = { status: 400, json: { error: 'Model not supported by provider nscale' } };
      await withServer([mapping, down, unserved, bytes], async (server) => {
        const image = await inferring(server.url, auto).image;
        assert.equal(image.provider, 'hf-inference');
        assert.deepEqual(image.fellOver, [
          { provider: 'together', kind: 'providerDown' },
          { provider: 'nscale', kind: 'modelNotServed' },
        ]);
      });
    });

    it('from one that is overloaded after a short rest', async () => {
      const overloaded = { status: 503, json: { error: 'overloaded' } };
      await withServer([mapping, overloaded, overloaded, inBase64], async (server) => {
        const asked = inferring(server.url, auto);
        assert.equal((await asked.image).provider, 'nscale');
        assert.deepEqual(posts(server), ['together', 'together', 'nscale']);
        assert.deepEqual(asked.slept, [2_000]);
      });
    });

    it('from one that does not know the model any more', async () => {
      await withServer([mapping, { status: 404, json: { detail: 'Not found' } }, inBase64], async (server) => {
        const image = await inferring(server.url, auto).image;
        assert.deepEqual(image.fellOver, [{ provider: 'together', kind: 'modelNotServed' }]);
      });
    });

    it('to the end, and tells of the last one', async () => {
      await withServer([mapping, down], async (server) => {
        const failure = await failureOf('providerDown', inferring(server.url, auto).image);
        assert.equal(failure.service, server.host);
        assert.deepEqual(posts(server), ['together', 'nscale', 'hf-inference']);
      });
    });

    it('from connections that were never made, of which nothing was sent', async () => {
      await withServer([mapping], async (hub) => {
        const settings = { hubUrl: hub.url };
        const failure = await failureOf('offline', inferring('http://127.0.0.1:9', { ...auto, settings }).image);
        assert.equal(failure.problem, 'refused');
        // The last of the three.
        assert.equal(failure.service, '127.0.0.1:9');
      });
    });
  });

  describe('does not fall over', () => {
    const mapping = hubAnswer({ together: live('a/b'), nscale: live('c/d') });
    const reset: Step = (_, { socket }) => socket.resetAndDestroy();
    for (const [name, kind, answer] of [
      ['the account has no credit', 'noCredit', { status: 402, json: { error: 'You have depleted your credits' } }],
      ['the account may not', 'forbidden', { status: 403, json: { error: 'not allowed to' } }],
      ['the token is bad', 'badToken', { status: 401, json: { error: 'Invalid credentials' } }],
      ['the prompt is refused', 'refused', { status: 422, json: { error: { message: 'NSFW content detected' } } }],
      ['the request is wrong', 'invalidRequest', { status: 400, json: { error: 'width must be a multiple of 8' } }],
      ['there are too many requests', 'rateLimited', { status: 429, json: { error: 'slow down' } }],
      ['the answer is no picture', 'badReply', { json: { data: [] } }],
      ['the connection broke when the request was on its way', 'offline', reset],
    ] as const) {
      it(`where ${name}`, async () => {
        await withServer([mapping, answer, inBase64], async (server) => {
          const tokens = { [server.url]: 'hf_secret12' };
          await failureOf(kind, inferring(server.url, { ...auto, tokens }).image);
          assert.deepEqual(posts(server), ['together']);
        });
      });
    }

    const twoQueues = hubAnswer({ wavespeed: live('a/b'), together: live('c/d') });
    const accepted: Answer = { json: { code: 200, data: { id: 'w1', status: 'created', urls: {} } } };
    it('after a job was accepted, however it ends', async () => {
      const failed = { json: { code: 200, data: { id: 'w1', status: 'failed', error: 'Out of memory' } } };
      for (const steps of [[accepted, failed], [accepted, { status: 503, json: { error: 'overloaded' } }], [failed]]) {
        await withServer([twoQueues, ...steps], async (server) => {
          await failureOf('providerDown', inferring(server.url, auto).image);
          assert.deepEqual(posts(server), ['wavespeed']);
        });
      }
    });

    it('where the picture is made and cannot be fetched', async () => {
      const linked: Step = (response, { headers }) =>
        response.end(JSON.stringify({ data: [{ url: `http://${headers.host}/p.png` }] }));
      await withServer([mapping, linked, { status: 403 }], async (server) => {
        assert.equal((await failureOf('badReply', inferring(server.url, auto).image)).problem, 'linkGone');
        assert.deepEqual(posts(server), ['together']);
      });
    });
  });

  describe('and what the Hub has told before', () => {
    const mapping = hubAnswer({ together: live('a/b') });

    it('counts for five minutes', async () => {
      const lookUps = createLookUps();
      await withServer([mapping, inBase64, inBase64], async (server) => {
        await inferring(server.url, { ...auto, lookUps }).image;
        await inferring(server.url, { ...auto, lookUps }).image;
        assert.equal(server.received.length, 3);
      });
    });

    it('counts for longer where the Hub cannot be asked', async () => {
      const lookUps = createLookUps();
      await withServer([mapping, inBase64, { status: 503 }, inBase64], async (server) => {
        await inferring(server.url, { ...auto, lookUps }).image;
        for (const [key, { served }] of lookUps.known) lookUps.known.set(key, { served, at: 0 });
        assert.equal((await inferring(server.url, { ...auto, lookUps }).image).provider, 'together');
        assert.equal(server.received.filter(({ method }) => method === 'GET').length, 2);
      });
    });

    it('does not count where the Hub says that the model is gone', async () => {
      const lookUps = createLookUps();
      const gone = {
        status: 404,
        headers: { 'x-error-code': 'RepoNotFound' },
        json: { error: 'Repository not found' },
      };
      await withServer([mapping, inBase64, gone], async (server) => {
        await inferring(server.url, { ...auto, lookUps }).image;
        for (const [key, { served }] of lookUps.known) lookUps.known.set(key, { served, at: 0 });
        await failureOf('modelMissing', inferring(server.url, { ...auto, lookUps }).image);
      });
    });
  });
});

describe('a model that is not to be had', () => {
  const gone = { status: 410, json: { error: 'no longer supported' } };
  const one = (id: string, mapping: object = { together: live('x/y') }): object => ({
    id,
    inferenceProviderMapping: mapping,
  });

  /** Answers each path in its own way: the searches go out side by side. */
  const hubOf =
    (models: readonly object[], rest: Answer = gone): Step =>
    (response, { path }) => {
      if (path.startsWith('/api/models?')) return void response.end(JSON.stringify(models));
      response.writeHead(rest.status ?? 200, { 'content-type': 'application/json' });
      response.end(JSON.stringify(rest.json));
    };

  it('comes with its nearest living relatives', async () => {
    const models = [
      one('someone/else'),
      one('black-forest-labs/FLUX.1-dev'),
      one('black-forest-labs/FLUX.2-klein'),
      one('other/FLUX.1-schnell-fp8'),
      one('dead/FLUX.1-schnell', {}),
      one('unspoken/FLUX.1-schnell', { acme: live('a/b') }),
      one('../../evil'),
      one(model),
      { id: 7 },
    ];
    await withServer([hubOf(models)], async (server) => {
      const failure = await failureOf('modelNotServed', inferring(server.url).image);
      assert.deepEqual(failure.relatives, [
        'other/FLUX.1-schnell-fp8',
        'black-forest-labs/FLUX.1-dev',
        'black-forest-labs/FLUX.2-klein',
      ]);
      const searches = server.received.filter(({ path }) => path.startsWith('/api/models?')).map(({ path }) => path);
      assert.equal(searches.length, 2);
      assert.ok(searches.some((path) => path.includes('search=FLUX&')));
      assert.ok(searches.some((path) => path.includes('author=black-forest-labs&')));
      assert.ok(searches.every((path) => path.includes('inference_provider=all')));
    });
  });

  it('has them also where there is no such model', async () => {
    const missing = { status: 404, json: { error: 'Model does not exist' } };
    await withServer([hubOf([one('black-forest-labs/FLUX.1-dev')], missing)], async (server) => {
      const failure = await failureOf('modelMissing', inferring(server.url).image);
      assert.deepEqual(failure.relatives, ['black-forest-labs/FLUX.1-dev']);
    });
  });

  it('has none where the Hub is slow, and is told in good time', async () => {
    await withServer([() => undefined], async (hub) => {
      await withServer([gone], async (server) => {
        const asked = inferring(server.url, { settings: { hubUrl: hub.url } });
        await hub.arrival(2);
        asked.leap();
        const failure = await failureOf('modelNotServed', asked.image);
        assert.equal(failure.relatives, undefined);
        assert.equal(asked.slept.at(-1), 3_000);
      });
    });
  });

  it("is nobody's affair on a server of the user's own", async () => {
    await withServer([gone], async (server) => {
      const endpoint = { url: `${server.url}/x`, api: 'hf' } as const;
      await failureOf('modelNotServed', inferring(server.url, { settings: { endpoint } }).image);
      assert.equal(server.received.length, 1);
    });
  });
});
