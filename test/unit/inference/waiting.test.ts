/** When a service says "not yet": how long we wait, how often we ask, and how it ends. */
import assert from 'node:assert/strict';
import { failureOf, inferring, png, type Inferring } from './inferring.ts';
import { withServer, type Answer } from './scriptedServer.ts';

const picture: Answer = { body: png };
const loading = (seconds?: number): Answer => ({
  status: 503,
  json: { error: 'Model a/b is currently loading', ...(seconds === undefined ? {} : { estimated_time: seconds }) },
});
const overloaded: Answer = { status: 503, json: { error: 'overloaded' } };
const limited = (headers: Readonly<Record<string, string>>): Answer => ({
  status: 429,
  headers,
  json: { error: 'Rate limit reached.' },
});

const legacy = (url: string, settings: Inferring['settings'] = {}): Inferring => ({
  settings: { endpoint: { url: `${url}/models/{model}`, api: 'hf-legacy' }, ...settings },
});

describe('a model that is being loaded', () => {
  it('is waited for as long as the service thinks it takes', async () => {
    await withServer([loading(20), loading(7.5), picture], async (server) => {
      const asked = inferring(server.url);
      await asked.image;
      assert.equal(asked.slept.length, 2);
      assert.ok((asked.slept[0] ?? 0) >= 20_000 && (asked.slept[0] ?? 0) < 25_000);
      assert.ok((asked.slept[1] ?? 0) >= 7_500);
      assert.deepEqual(
        asked.stages.filter(({ type }) => type === 'loadingModel'),
        [
          { type: 'loadingModel', estimateSeconds: 20 },
          { type: 'loadingModel', estimateSeconds: 7.5 },
        ],
      );
    });
  });

  it('is not asked for in a hurry when the estimate is nothing', async () => {
    for (const estimate of [undefined, 0, 0.001]) {
      await withServer([loading(estimate)], async (server) => {
        const asked = inferring(server.url, { settings: { timeoutSeconds: 60 } });
        await failureOf('modelLoading', asked.image);
        assert.ok(server.received.length >= 3 && server.received.length <= 12, `${server.received.length} requests`);
        assert.ok(asked.slept.every((milliseconds) => milliseconds >= 1_000));
      });
    }
  });

  it('ends as that when it would take longer than there is time', async () => {
    await withServer([loading(400)], async (server) => {
      const failure = await failureOf('modelLoading', inferring(server.url).image);
      assert.equal(failure.estimateSeconds, 400);
      assert.equal(server.received.length, 1);
    });
  });

  it('is a failure at once where the user does not want to wait', async () => {
    await withServer([loading(20)], async (server) => {
      const asked = inferring(server.url, { settings: { waitForModel: false } });
      assert.equal((await failureOf('modelLoading', asked.image)).estimateSeconds, 20);
      assert.deepEqual([server.received.length, asked.slept], [1, []]);
      const old = inferring(server.url, legacy(server.url, { waitForModel: false }));
      await failureOf('modelLoading', old.image);
      assert.deepEqual(
        server.received.map(({ headers }) => headers['x-wait-for-model']),
        [undefined, undefined],
      );
    });
  });

  it('is held by a server that can, which is asked for only after a 503', async () => {
    await withServer([loading(20), picture, picture], async (server) => {
      const asked = inferring(server.url, legacy(server.url));
      await asked.image;
      await inferring(server.url, legacy(server.url)).image;
      assert.deepEqual(
        server.received.map(({ headers }) => headers['x-wait-for-model']),
        [undefined, 'true', undefined],
      );
      assert.equal(server.received[0]?.body, server.received[1]?.body);
      assert.deepEqual(asked.slept, []);
      assert.ok(asked.stages.some((stage) => stage.type === 'loadingModel' && stage.estimateSeconds === 20));
    });
  });

  it('is waited for when a server does not hold the call after all', async () => {
    await withServer([loading(20), loading(9), picture], async (server) => {
      const asked = inferring(server.url, legacy(server.url));
      await asked.image;
      assert.equal(server.received.length, 3);
      assert.equal(asked.slept.length, 1);
      assert.ok((asked.slept[0] ?? 0) >= 9_000);
    });
  });

  it('that is still held when the time is over ends as loading', async () => {
    await withServer([loading(20), () => undefined], async (server) => {
      const asked = inferring(server.url, legacy(server.url));
      const held = await server.arrival(1);
      asked.leap();
      assert.equal((await failureOf('modelLoading', asked.image)).estimateSeconds, 20);
      assert.equal(await held.answered, false);
    });
  });
});

describe('an endpoint that is scaled to zero', () => {
  for (const error of ['503 Service Unavailable', 'The endpoint is scaled to zero and is starting']) {
    it(`is waited for: ${error}`, async () => {
      await withServer([{ status: 503, json: { error } }, { status: 503 }, picture], async (server) => {
        const settings: Inferring['settings'] = { endpoint: { url: `${server.url}/x`, api: 'hf' } };
        const asked = inferring(server.url, { settings });
        await asked.image;
        assert.equal(asked.slept.length, 2);
        assert.ok(asked.slept.every((milliseconds) => milliseconds >= 1_000));
        assert.ok(asked.stages.some(({ type }) => type === 'loadingModel'));
      });
    });
  }

  it('is a failure at once where the user does not want to wait', async () => {
    await withServer([{ status: 503 }], async (server) => {
      const endpoint = { url: `${server.url}/x`, api: 'hf' } as const;
      await failureOf('modelLoading', inferring(server.url, { settings: { endpoint, waitForModel: false } }).image);
      assert.equal(server.received.length, 1);
    });
  });

  it('is told from one whose server is gone, of which a proxy sends a page', async () => {
    const page = '<html><head><title>503 Service Unavailable</title></head><body>nginx</body></html>';
    await withServer([{ status: 503, body: page }], async (server) => {
      const endpoint = { url: `${server.url}/x`, api: 'hf' } as const;
      await failureOf('providerDown', inferring(server.url, { settings: { endpoint } }).image);
      assert.equal(server.received.length, 1);
    });
  });
});

describe('a service that is overloaded', () => {
  it('gets some rest, then the same request', async () => {
    await withServer([overloaded, overloaded, picture], async (server) => {
      const asked = inferring(server.url);
      await asked.image;
      assert.equal(asked.slept.length, 2);
      assert.ok(asked.slept.every((milliseconds) => milliseconds >= 1_000));
      assert.ok((asked.slept[1] ?? 0) > (asked.slept[0] ?? 0));
    });
  });

  it('counts as down after a few times', async () => {
    await withServer([overloaded], async (server) => {
      const failure = await failureOf('providerDown', inferring(server.url).image);
      assert.equal(failure.detail, 'overloaded');
      assert.ok(server.received.length >= 2 && server.received.length <= 6, `${server.received.length} requests`);
    });
  });
});

describe('a rate limit', () => {
  it('is kept to the second', async () => {
    await withServer([limited({ 'retry-after': '7' }), picture], async (server) => {
      const asked = inferring(server.url);
      await asked.image;
      assert.deepEqual(asked.slept, [7_000]);
      assert.ok(asked.stages.some((stage) => stage.type === 'rateLimited' && stage.retryInSeconds === 7));
    });
  });

  it('is understood as a date, and as the Hub says it', async () => {
    // The clock of these tests stands at the start of 2026.
    const date = 'Thu, 01 Jan 2026 00:00:09 GMT';
    for (const [headers, seconds] of [
      [{ 'retry-after': date }, 9],
      [{ ratelimit: '"api";r=0;t=55' }, 55],
    ] as const) {
      await withServer([limited(headers), picture], async (server) => {
        const asked = inferring(server.url);
        await asked.image;
        assert.deepEqual(asked.slept, [seconds * 1_000]);
      });
    }
  });

  it("is the user's affair when it takes long, or longer than there is time", async () => {
    for (const [seconds, timeoutSeconds] of [
      ['600', 3_000],
      ['20', 10],
    ] as const) {
      await withServer([limited({ 'retry-after': seconds })], async (server) => {
        const asked = inferring(server.url, { settings: { timeoutSeconds } });
        assert.equal((await failureOf('rateLimited', asked.image)).retryAfterSeconds, Number(seconds));
        assert.equal(server.received.length, 1);
      });
    }
  });

  it('that never ends is told', async () => {
    await withServer([limited({ 'retry-after': '0' })], async (server) => {
      const asked = inferring(server.url);
      await failureOf('rateLimited', asked.image);
      assert.ok(server.received.length <= 6);
      assert.ok(asked.slept.every((milliseconds) => milliseconds >= 1_000));
    });
  });
});

describe('what may have been billed', () => {
  const faults = {
    'an error 500': { status: 500, json: { error: 'x' } },
    'an error 502': { status: 502 },
    'an error 504': { status: 504 },
    'a page instead of a picture': { body: '<html></html>' },
    'an empty answer': {},
  } satisfies Readonly<Record<string, Answer>>;
  for (const [name, answer] of Object.entries(faults)) {
    it(`is not asked for again after ${name}`, async () => {
      await withServer([answer, picture], async (server) => {
        await assert.rejects(inferring(server.url).image);
        assert.equal(server.received.length, 1);
      });
    });
  }

  it('is not asked for again after a broken connection', async () => {
    await withServer([(_, { socket }) => socket.resetAndDestroy(), picture], async (server) => {
      const failure = await failureOf('offline', inferring(server.url).image);
      assert.equal(failure.problem, 'reset');
      assert.equal(failure.service, server.host);
      assert.equal(server.received.length, 1);
    });
  });
});
