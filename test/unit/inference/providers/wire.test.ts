/** What goes over the wire, byte for byte. */
import assert from 'node:assert/strict';
import type { ParameterValues } from '../../../../src/core/parameters.ts';
import type { ServiceSettings } from '../../../../src/core/request.ts';
import { failureOf, inferring, model, png } from '../inferring.ts';
import { withServer, type Received } from '../scriptedServer.ts';

const everything: ParameterValues = {
  guidanceScale: 3.5,
  negativePrompt: ['blurry', 'a "bad" hand'],
  steps: 4,
  width: 1024,
  height: 768,
  scheduler: 'EulerDiscreteScheduler',
  seed: '18446744073709551615',
};

interface Sent {
  readonly received: Received;
  readonly ignored: readonly string[];
}

async function send(
  settings: (url: string) => Partial<ServiceSettings>,
  parameters: ParameterValues = {},
  prompt = 'a lighthouse',
): Promise<Sent> {
  let sent: Sent | undefined;
  await withServer([{ body: png }], async (server) => {
    const given = {
      settings: settings(server.url),
      request: { prompt, parameters },
      tokens: { [server.url]: 'hf_secret12' },
    };
    const { ignored } = await inferring(server.url, given).image;
    const [received, ...more] = server.received;
    assert.ok(received);
    assert.deepEqual(more, []);
    sent = { received, ignored };
  });
  assert.ok(sent);
  return sent;
}

const router = (): Partial<ServiceSettings> => ({});
const endpoint =
  (api: 'hf' | 'hf-legacy', path = '/models/{model}') =>
  (url: string): Partial<ServiceSettings> => ({ endpoint: { url: `${url}${path}`, api } });

/** Without what belongs to the connection. */
function ownHeaders({ headers }: Received): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !['host', 'connection', 'content-length', 'user-agent'].includes(name)),
  );
}

describe('hf-inference on the wire', () => {
  it('is a POST to the router with flat parameters', async () => {
    const { received, ignored } = await send(router, everything);
    assert.equal(`${received.method} ${received.path}`, `POST /hf-inference/models/${model}`);
    assert.deepEqual(ownHeaders(received), {
      accept: 'image/png',
      authorization: 'Bearer hf_secret12',
      'content-type': 'application/json',
    });
    assert.deepEqual(ignored, []);
    const seed = /"seed":(\d+)/.exec(received.body)?.[1];
    assert.equal(seed, '18446744073709551615');
    const { parameters, ...rest } = JSON.parse(received.body) as Record<string, Record<string, unknown>>;
    assert.deepEqual(rest, { inputs: 'a lighthouse' });
    assert.deepEqual(parameters, {
      guidance_scale: 3.5,
      negative_prompt: 'blurry, a "bad" hand',
      num_inference_steps: 4,
      width: 1024,
      height: 768,
      scheduler: 'EulerDiscreteScheduler',
      // What JSON.parse makes of it; the exact digits were looked at above.
      seed: 2 ** 64,
    });
  });

  it('leaves out what is not set', async () => {
    const { received } = await send(router, { width: 512 });
    assert.deepEqual(JSON.parse(received.body), { inputs: 'a lighthouse', parameters: { width: 512 } });
  });

  it('sends every prompt as it is', async () => {
    const prompt = 'Ein "Türmchen" \\ am\nMeer 🌊 灯台 \u2028 \u0000';
    const { received } = await send(router, {}, prompt);
    assert.equal((JSON.parse(received.body) as { inputs: string }).inputs, prompt);
    assert.equal(received.headers['content-length'], String(Buffer.byteLength(received.body)));
  });

  it('tells the router, and nobody else, who pays', async () => {
    const billTo = 'my-org';
    assert.equal((await send(() => ({ billTo }))).received.headers['x-hf-bill-to'], 'my-org');
    const own = await send((url) => ({ billTo, ...endpoint('hf')(url) }));
    assert.equal(own.received.headers['x-hf-bill-to'], undefined);
  });

  it('takes no name for the payer that would be a header of its own', async () => {
    const { problem } = await failureOf(
      'invalidRequest',
      inferring('http://127.0.0.1:9', { settings: { billTo: 'me\r\nx-evil: 1' } }).image,
    );
    assert.ok(problem.type === 'wrongType');
    assert.equal(problem.name, 'depict.billTo');
  });

  it('keeps a path that the router has in front', async () => {
    const { received } = await send((url) => ({ routerUrl: `${url}/base` }));
    assert.equal(received.path, `/base/hf-inference/models/${model}`);
  });
});

describe('hf-legacy on the wire', () => {
  it('is as documented', async () => {
    const { received, ignored } = await send(endpoint('hf-legacy'), everything);
    assert.equal(`${received.method} ${received.path}`, `POST /models/${model}`);
    assert.deepEqual(ownHeaders(received), {
      accept: 'image/png',
      authorization: 'Bearer hf_secret12',
      'content-type': 'application/json',
      'x-use-cache': 'true',
    });
    assert.deepEqual(ignored, []);
    assert.match(received.body, /"seed":18446744073709551615[,}]/);
    assert.deepEqual((JSON.parse(received.body) as Record<string, unknown>)['parameters'], {
      guidance_scale: 3.5,
      negative_prompt: ['blurry', 'a "bad" hand'],
      num_inference_steps: 4,
      target_size: { width: 1024, height: 768 },
      scheduler: 'EulerDiscreteScheduler',
      seed: 2 ** 64,
    });
  });

  it('says when the cache is not wanted', async () => {
    const { received } = await send((url) => ({ useCache: false, ...endpoint('hf-legacy')(url) }));
    assert.equal(received.headers['x-use-cache'], 'false');
    assert.equal(received.headers['x-wait-for-model'], undefined);
  });

  it('leaves out half a size, and says so', async () => {
    for (const name of ['width', 'height'] as const) {
      const { received, ignored } = await send(endpoint('hf-legacy'), { [name]: 512, steps: 3 });
      assert.deepEqual(JSON.parse(received.body), { inputs: 'a lighthouse', parameters: { num_inference_steps: 3 } });
      assert.deepEqual(ignored, [name]);
    }
  });
});

describe("an endpoint of the user's own", () => {
  it('gets everything at its complete address', async () => {
    const { received } = await send(endpoint('hf', '/any/path?key=1'), everything);
    assert.equal(received.path, '/any/path?key=1');
    assert.equal(received.headers['x-use-cache'], undefined);
    const { parameters } = JSON.parse(received.body) as { parameters: Record<string, unknown> };
    assert.equal(parameters['negative_prompt'], 'blurry, a "bad" hand');
    assert.equal(parameters['width'], 1024);
  });

  for (const [name, path] of Object.entries({
    'my model/ü?#%2f&': '/m/my%20model/%C3%BC%3F%23%252f%26/x',
    one: '/m/one/x',
    'a/b/c': '/m/a/b/c/x',
  })) {
    it(`has ${JSON.stringify(name)} in its address as ${path}`, async () => {
      await withServer([{ body: png }], async (server) => {
        const settings: Partial<ServiceSettings> = { endpoint: { url: `${server.url}/m/{model}/x`, api: 'hf' } };
        await inferring(server.url, { settings, request: { model: name } }).image;
        assert.equal(server.received[0]?.path, path);
      });
    });
  }

  for (const bad of ['..', 'a/../b', './a', 'a//b', '/a', '']) {
    it(`takes no model ${JSON.stringify(bad)}, which would lead elsewhere`, async () => {
      const settings: Partial<ServiceSettings> = { endpoint: { url: 'http://127.0.0.1:9/m/{model}', api: 'hf' } };
      const { problem } = await failureOf(
        'invalidRequest',
        inferring('http://127.0.0.1:9', { settings, request: { model: bad } }).image,
      );
      assert.equal(problem.type, 'badModelId');
    });
  }

  for (const url of [
    'http://{model}/x',
    'http://{model}.example.com/x',
    'http://example.com:{model}/x',
    'http://user@{model}/',
    'https://{model}@example.com/',
    '{model}',
    'file:///etc/passwd',
    'ftp://example.com/{model}',
    'javascript:alert(1)',
    'nonsense',
    'http://',
  ]) {
    it(`cannot be ${url}`, async () => {
      const { problem } = await failureOf(
        'invalidRequest',
        inferring('http://127.0.0.1:9', {
          settings: { endpoint: { url, api: 'hf' } },
          request: { model: 'evil.example' },
        }).image,
      );
      assert.ok(problem.type === 'badUrl');
      assert.equal(problem.name, 'depict.endpoint.url');
    });
  }

  it('cannot have a password in its address, and the message does not repeat it', async () => {
    const endpointWithPassword = { url: 'https://me:pa55word@example.com/', api: 'hf' } as const;
    const { problem } = await failureOf(
      'invalidRequest',
      inferring('http://127.0.0.1:9', { settings: { endpoint: endpointWithPassword } }).image,
    );
    assert.equal(problem.type, 'badUrl');
    assert.ok(!JSON.stringify(problem).includes('pa55word'));
  });
});
