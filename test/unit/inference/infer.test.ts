import assert from 'node:assert/strict';
import { createLookUps } from '../../../src/inference/hub/lookUp.ts';
import { failureOf, inferring, model, png } from './inferring.ts';
import { withServer, type Step } from './scriptedServer.ts';

const picture = { body: png, headers: { 'content-type': 'image/png' } };

describe('infer', () => {
  it('brings the picture, who made it, the seed and the request id', async () => {
    await withServer([{ ...picture, headers: { 'x-request-id': 'abc-1' } }], async (server) => {
      const image = await inferring(server.url, { request: { parameters: { seed: '18446744073709551615' } } }).image;
      assert.deepEqual(Buffer.from(image.bytes), Buffer.from(png));
      assert.deepEqual(
        { ...image, bytes: undefined },
        {
          bytes: undefined,
          service: server.host,
          requestId: 'abc-1',
          provider: 'hf-inference',
          seed: '18446744073709551615',
          ignored: [],
        },
      );
    });
  });

  it('names the host as the provider of an endpoint', async () => {
    await withServer([picture], async (server) => {
      const settings = { endpoint: { url: `${server.url}/models/{model}`, api: 'hf-legacy' } } as const;
      const image = await inferring(server.url, { settings, request: { provider: 'whatever' } }).image;
      assert.equal(image.provider, server.host);
      assert.equal(server.received[0]?.path, `/models/${model}`);
    });
  });

  describe('tokens', () => {
    it('go to their own origin only', async () => {
      await withServer([picture], async (server) => {
        await withServer([{ json: { inferenceProviderMapping: {} } }], async (hub) => {
          const asked = inferring(server.url, {
            settings: { hubUrl: hub.url },
            request: { provider: 'auto' },
            tokens: { [server.url]: 'router-token', [hub.url]: 'hub-token' },
          });
          await failureOf('modelNotServed', asked.image);
          assert.equal(hub.received[0]?.headers.authorization, 'Bearer hub-token');
          assert.deepEqual([...asked.tokensAsked].toSorted(), [server.url, hub.url].toSorted());
          await inferring(server.url, { tokens: { [server.url]: 'router-token' } }).image;
          assert.equal(server.received[0]?.headers.authorization, 'Bearer router-token');
        });
      });
    });

    it('are not sent when there is none', async () => {
      await withServer([picture], async (server) => {
        await inferring(server.url).image;
        assert.equal(server.received[0]?.headers.authorization, undefined);
      });
    });

    it('must be there for Hugging Face, before anything is sent', async () => {
      const settings = { routerUrl: 'https://router.huggingface.co', hubUrl: 'https://huggingface.co' };
      const sent: string[] = [];
      const transport = {
        send: (call: { readonly url: string }) => {
          sent.push(call.url);
          return Promise.reject(new Error('nothing may be sent'));
        },
        wait: () => new Promise<void>(() => undefined),
        now: () => 0,
        decodeBase64: () => undefined,
      };
      const { image } = inferring('', { settings, transport, request: { provider: 'auto' } });
      assert.deepEqual(await failureOf('noToken', image), { kind: 'noToken', origin: 'https://router.huggingface.co' });
      assert.deepEqual(sent, []);
    });

    it('tell a 401 apart by whether one was sent', async () => {
      await withServer([{ status: 401, json: { error: 'Invalid username or password.' } }], async (server) => {
        const without = await failureOf('noToken', inferring(server.url).image);
        assert.equal(without.origin, server.url);
        const tokens = { [server.url]: 'hf_abcdefgh' };
        const bad = await failureOf('badToken', inferring(server.url, { tokens }).image);
        assert.equal(bad.origin, server.url);
        assert.equal(bad.detail, 'Invalid username or password.');
      });
    });

    it('never appear in a failure, also when the service repeats them', async () => {
      const token = 'my-own-secret-0123456789';
      const answer = {
        status: 400,
        headers: { 'x-request-id': token },
        json: { error: `Bad call by Bearer ${token} and hf_AbCdEfGhIjKl and ${token}` },
      };
      await withServer([answer], async (server) => {
        const failed = inferring(server.url, { tokens: { [server.url]: token } });
        const text = JSON.stringify(await failureOf('invalidRequest', failed.image));
        assert.ok(!text.includes(token), text);
        assert.ok(!text.includes('AbCdEfGhIjKl'), text);
      });
    });

    it('are asked for before the time starts to run', async () => {
      await withServer([picture], async (server) => {
        const asked = inferring(server.url);
        assert.deepEqual(asked.tokensAsked, [server.url]);
        await asked.image;
        assert.deepEqual(asked.slept, []);
      });
    });
  });

  describe('the model', () => {
    for (const bad of ['', 'a/b/c', '../x', 'a/..', 'a b/c', 'a/b?c', 'a/b#c', 'a%2fb', 'ä/b', '/a', 'a/', 'a\\b']) {
      it(`is refused as ${JSON.stringify(bad)}`, async () => {
        const { problem } = await failureOf(
          'invalidRequest',
          inferring('http://127.0.0.1:9', { request: { model: bad } }).image,
        );
        assert.equal(problem.type, 'badModelId');
      });
    }

    it('may be an old one without an owner', async () => {
      await withServer([picture], async (server) => {
        await inferring(server.url, { request: { model: 'gpt2' } }).image;
        assert.equal(server.received[0]?.path, '/hf-inference/models/gpt2');
      });
    });
  });

  describe('the provider', () => {
    it('must be one that is spoken, and the message names those', async () => {
      const { problem } = await failureOf(
        'invalidRequest',
        inferring('http://127.0.0.1:9', { request: { provider: 'acme' } }).image,
      );
      assert.ok(problem.type === 'unknownProvider');
      assert.equal(problem.provider, 'acme');
      assert.ok(problem.known.includes('auto') && problem.known.includes('hf-inference'));
    });

    it('is no name that every object has', async () => {
      const { problem } = await failureOf(
        'invalidRequest',
        inferring('http://127.0.0.1:9', { request: { provider: 'constructor' } }).image,
      );
      assert.equal(problem.type, 'unknownProvider');
    });
  });

  describe('auto', () => {
    const live = { status: 'live', providerId: 'x', task: 'text-to-image' };
    const auto = { provider: 'auto' };

    it('asks the Hub once for a batch, then the first that is live and spoken', async () => {
      const hubAnswer = { json: { id: model, inferenceProviderMapping: { acme: live, 'hf-inference': live } } };
      await withServer([hubAnswer, picture], async (server) => {
        const lookUps = createLookUps();
        await inferring(server.url, { request: auto, lookUps }).image;
        const image = await inferring(server.url, { request: auto, lookUps }).image;
        assert.equal(image.provider, 'hf-inference');
        assert.deepEqual(
          server.received.map(({ method, path }) => `${method} ${path}`),
          [
            `GET /api/models/${model}?expand[]=inferenceProviderMapping`,
            `POST /hf-inference/models/${model}`,
            `POST /hf-inference/models/${model}`,
          ],
        );
      });
    });

    it('takes the mapping as a list too', async () => {
      const mapping = [{ provider: 'hf-inference', ...live }];
      await withServer([{ json: { inferenceProviderMapping: mapping } }, picture], async (server) => {
        assert.equal((await inferring(server.url, { request: auto }).image).provider, 'hf-inference');
      });
    });

    it('counts only what is live for making images, and names who serves it', async () => {
      const mapping = {
        'hf-inference': { ...live, status: 'error' },
        acme: live,
        together: { ...live, task: 'image-to-image' },
        tomorrow: live,
      };
      await withServer([{ json: { inferenceProviderMapping: mapping } }], async (server) => {
        const failure = await failureOf('modelNotServed', inferring(server.url, { request: auto }).image);
        assert.equal(failure.model, model);
        assert.deepEqual(failure.servedBy, ['acme', 'tomorrow']);
        assert.ok(server.received.every(({ method }) => method === 'GET'));
      });
    });

    it('says so when there is no such model', async () => {
      for (const answer of [
        { status: 404, json: { error: 'Repository not found' } },
        { status: 401, json: { error: 'Invalid username or password.' }, headers: { 'x-error-code': 'RepoNotFound' } },
      ]) {
        await withServer([answer], async (server) => {
          const failure = await failureOf('modelMissing', inferring(server.url, { request: auto }).image);
          assert.equal(failure.model, model);
        });
      }
    });

    it('tells a private or missing model from a bad token by the header', async () => {
      const missing = {
        status: 401,
        headers: { 'x-error-code': 'RepoNotFound' },
        json: { error: 'Repository not found' },
      };
      const bad = { status: 401, json: { error: 'Invalid credentials in Authorization header' } };
      await withServer([missing, bad], async (server) => {
        const tokens = { [server.url]: 'hf_abcdefgh' };
        await failureOf('modelMissing', inferring(server.url, { request: auto, tokens }).image);
        await failureOf('badToken', inferring(server.url, { request: auto, tokens }).image);
      });
    });

    for (const [name, answer] of Object.entries({
      fails: { status: 500, body: 'oops' },
      'wants a rest': { status: 429, headers: { ratelimit: '"api";r=0;t=55' } },
      'is a captive portal': { body: '<html><title>Sign in</title></html>' },
    })) {
      it(`goes on without the Hub when it ${name}`, async () => {
        await withServer([answer, picture], async (server) => {
          const asked = inferring(server.url, { request: auto });
          assert.equal((await asked.image).provider, 'hf-inference');
          assert.equal(server.received.length, 2);
        });
      });
    }

    it('goes on without the Hub when it cannot be reached, or is silent', async () => {
      await withServer([picture], async (server) => {
        await inferring(server.url, { request: auto, settings: { hubUrl: 'http://127.0.0.1:9' } }).image;
        await withServer([() => undefined], async (hub) => {
          const asked = inferring(server.url, { request: auto, settings: { hubUrl: hub.url } });
          await hub.arrival(0);
          asked.leap();
          await asked.image;
          assert.ok((asked.slept[0] ?? 0) <= 15_000);
        });
      });
    });
  });

  describe('ending early', () => {
    it('reaches the socket when cancelled', async () => {
      await withServer([() => undefined], async (server) => {
        const user = new AbortController();
        const { image } = inferring(server.url, { signal: user.signal });
        const request = await server.arrival(0);
        user.abort();
        assert.deepEqual(await failureOf('cancelled', image), { kind: 'cancelled' });
        assert.equal(await request.answered, false);
      });
    });

    it('reaches the socket in the middle of the download', async () => {
      const half: Step = (response) => {
        response.writeHead(200, { 'content-length': '1000' });
        response.write(png);
      };
      await withServer([half], async (server) => {
        const user = new AbortController();
        const { image } = inferring(server.url, { signal: user.signal });
        const request = await server.arrival(0);
        setTimeout(() => user.abort(), 20);
        await failureOf('cancelled', image);
        assert.equal(await request.answered, false);
      });
    });

    it('sends nothing when it was cancelled before', async () => {
      await withServer([picture], async (server) => {
        await failureOf('cancelled', inferring(server.url, { signal: AbortSignal.abort() }).image);
        assert.equal(server.received.length, 0);
      });
    });

    it('ends a pause when cancelled', async () => {
      await withServer([{ status: 503, json: { error: 'loading', estimated_time: 20 } }], async (server) => {
        const user = new AbortController();
        const asked = inferring(server.url, {
          signal: user.signal,
          onStage: (stage) => {
            if (stage.type === 'loadingModel') user.abort();
          },
        });
        await failureOf('cancelled', asked.image);
        assert.equal(server.received.length, 1);
      });
    });

    it('says how long it waited when the time is over', async () => {
      await withServer([() => undefined], async (server) => {
        const asked = inferring(server.url, { settings: { timeoutSeconds: 12.5 } });
        const request = await server.arrival(0);
        asked.leap();
        assert.deepEqual(await failureOf('timedOut', asked.image), {
          kind: 'timedOut',
          seconds: 12.5,
          service: server.host,
        });
        assert.equal(await request.answered, false);
        assert.deepEqual(asked.slept, [12_500]);
      });
    });
  });

  describe('redirects', () => {
    const to = (location: string, status = 307): { status: number; headers: { location: string } } => ({
      status,
      headers: { location },
    });

    it('are never followed to another origin', async () => {
      await withServer([picture], async (other) => {
        await withServer([to(`${other.url}/x?secret=hf_abcdefgh`)], async (server) => {
          const failure = await failureOf(
            'badReply',
            inferring(server.url, { tokens: { [server.url]: 'hf_aaaaaaaa' } }).image,
          );
          assert.equal(failure.problem, 'redirect');
          assert.equal(other.received.length, 0);
          assert.ok(!JSON.stringify(failure).includes('hf_abcdefgh'));
        });
      });
    });

    it('are followed within the origin, as a POST with everything', async () => {
      await withServer([to('/elsewhere', 308), picture], async (server) => {
        await inferring(server.url, { tokens: { [server.url]: 'hf_aaaaaaaa' } }).image;
        const [first, second] = server.received;
        assert.equal(second?.path, '/elsewhere');
        assert.equal(second.method, 'POST');
        assert.equal(second.body, first?.body);
        assert.equal(second.headers.authorization, 'Bearer hf_aaaaaaaa');
      });
    });

    it('that would turn the POST into a GET are not followed', async () => {
      for (const status of [301, 302, 303]) {
        await withServer([to('/elsewhere', status)], async (server) => {
          assert.equal((await failureOf('badReply', inferring(server.url).image)).problem, 'redirect');
          assert.equal(server.received.length, 1);
        });
      }
    });

    it('do not go round for ever', async () => {
      await withServer([to('/again')], async (server) => {
        assert.equal((await failureOf('badReply', inferring(server.url).image)).problem, 'redirect');
        assert.ok(server.received.length <= 6);
      });
    });
  });
});
