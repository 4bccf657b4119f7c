// Picking up a picture that was paid for, with the handle of its job.
import assert from 'node:assert/strict';
import { parseJobHandle, type JobHandle } from '../../../src/core/jobHandle.ts';
import type { InferredImage, ServiceSettings } from '../../../src/core/request.ts';
import { resume } from '../../../src/inference/resume.ts';
import { createUndiciTransport } from '../../../src/inference/transport/undiciTransport.ts';
import { failureOf, model, png } from './inferring.ts';
import { withServer, type Answer, type Step } from './scriptedServer.ts';
import { directNetwork } from './transport/directNetwork.ts';
import { virtualClock } from './virtualClock.ts';

const handle: JobHandle = {
  version: 1,
  provider: 'fal-ai',
  model,
  job: '/fal-ai/flux/requests/abc-1',
  seed: '5',
  ignored: ['scheduler'],
};
const completed: Answer = { json: { status: 'COMPLETED' } };
const running: Answer = { status: 202, json: { status: 'IN_PROGRESS' } };
const result: Step = (response, { headers }) =>
  response.end(JSON.stringify({ images: [{ url: `http://${headers.host}/p.png` }] }));

interface Resumed {
  readonly image: Promise<InferredImage>;
  readonly settled: readonly JobHandle[];
}

function resuming(
  url: string,
  of: JobHandle = handle,
  more: { readonly signal?: AbortSignal; readonly settings?: Partial<ServiceSettings> } = {},
): Resumed {
  const settled: JobHandle[] = [];
  const { transport } = virtualClock(createUndiciTransport(directNetwork));
  const settings: ServiceSettings = {
    ...{ hubUrl: url, routerUrl: url, useCache: true, waitForModel: true, timeoutSeconds: 60 },
    ...more.settings,
  };
  const image = resume(of, { prompt: 'a lighthouse', parameters: {} }, settings, {
    transport,
    tokenFor: () => Promise.resolve('hf_secret12'),
    onStage: () => undefined,
    onSettled: (one) => settled.push(one),
    signal: more.signal ?? new AbortController().signal,
  });
  image.catch(() => undefined);
  return { image, settled };
}

describe('resume', () => {
  it('looks at the job at once, without asking for a picture again', async () => {
    await withServer([completed, result, { body: png }], async (server) => {
      const { image, settled } = resuming(server.url);
      const { bytes, ...rest } = await image;
      assert.deepEqual(Buffer.from(bytes), Buffer.from(png));
      assert.deepEqual(rest, {
        service: `fal-ai (${server.host})`,
        provider: 'fal-ai',
        seed: '5',
        ignored: ['scheduler'],
      });
      assert.deepEqual(
        server.received.map(({ method, path }) => `${method} ${path}`),
        [
          'GET /fal-ai/fal-ai/flux/requests/abc-1/status?_subdomain=queue',
          'GET /fal-ai/fal-ai/flux/requests/abc-1?_subdomain=queue',
          'GET /p.png',
        ],
      );
      assert.equal(server.received[0]?.headers.authorization, 'Bearer hf_secret12');
      assert.deepEqual(settled, [handle]);
    });
  });

  it('waits where the job is not done yet, also with a server of the own in the settings by now', async () => {
    await withServer([running, running, completed, result, { body: png }], async (server) => {
      const endpoint = { url: 'http://127.0.0.1:9', api: 'openai' } as const;
      await resuming(server.url, handle, { settings: { endpoint } }).image;
      assert.equal(server.received.length, 5);
    });
  });

  it('knows when there is nothing left to pick up', async () => {
    await withServer([{ status: 404, json: { detail: 'Not found' } }], async (server) => {
      const { image, settled } = resuming(server.url);
      assert.equal((await failureOf('badReply', image)).problem, 'jobLost');
      assert.deepEqual(settled, [handle]);
    });
  });

  it('leaves the job for later where the network is gone', async () => {
    for (const [timeoutSeconds, kind] of [
      [300, 'offline'],
      [20, 'timedOut'],
    ] as const) {
      const { image, settled } = resuming('http://127.0.0.1:9', handle, { settings: { timeoutSeconds } });
      await failureOf(kind, image);
      assert.deepEqual(settled, []);
    }
  });

  it('takes the job back when it is cancelled', async () => {
    await withServer([running], async (server) => {
      const user = new AbortController();
      const { image, settled } = resuming(server.url, handle, { signal: user.signal });
      await server.arrival(0);
      user.abort();
      await failureOf('cancelled', image);
      assert.equal(server.received.at(-1)?.method, 'PUT');
      assert.deepEqual(settled, [handle]);
    });
  });

  for (const job of [
    '/whoami',
    '/fal-ai/flux/requests/../../../hf-inference/models/x',
    'https://evil.example/fal-ai/flux/requests/a',
    '//evil.example/flux/requests/a',
    '/fal-ai/flux/requests/a?x=1',
    '/fal-ai/flux/requests/a#x',
    '/fal-ai/flux/requests/%2e%2e',
    '/fal-ai/flux/requests/a/status',
    '@evil.example/fal-ai/flux/requests/a',
  ]) {
    it(`does not follow a handle that was changed to ${job}`, async () => {
      await withServer([completed], async (server) => {
        const { image } = resuming(server.url, { ...handle, job });
        assert.equal((await failureOf('badReply', image)).problem, 'jobLost');
        assert.equal(server.received.length, 0);
      });
    });
  }

  it('does not follow a handle of somebody who has no jobs, or is not spoken', async () => {
    await failureOf('badReply', resuming('http://127.0.0.1:9', { ...handle, provider: 'together' }).image);
    await failureOf('badReply', resuming('http://127.0.0.1:9', { ...handle, provider: 'auto' }).image);
    await failureOf('invalidRequest', resuming('http://127.0.0.1:9', { ...handle, provider: 'acme' }).image);
    await failureOf('invalidRequest', resuming('http://127.0.0.1:9', { ...handle, model: '../x' }).image);
  });
});

describe('parseJobHandle', () => {
  it('reads what was written', () => {
    assert.deepEqual(parseJobHandle(JSON.parse(JSON.stringify(handle))), handle);
    const { seed: _, ...unseeded } = handle;
    assert.deepEqual(parseJobHandle({ ...unseeded, more: 'x' }), unseeded);
    assert.ok(JSON.stringify(handle).length < 300);
  });

  for (const wrong of [
    null,
    'x',
    [],
    {},
    { ...handle, version: 2 },
    { ...handle, provider: '' },
    { ...handle, model: 7 },
    { ...handle, job: undefined },
    { ...handle, job: 'x'.repeat(501) },
    { ...handle, seed: 5 },
    { ...handle, seed: '-5' },
    { ...handle, ignored: 'seed' },
    { ...handle, ignored: ['constructor'] },
  ]) {
    it(`refuses ${JSON.stringify(wrong)?.slice(0, 100)}`, () => assert.equal(parseJobHandle(wrong), undefined));
  }
});
