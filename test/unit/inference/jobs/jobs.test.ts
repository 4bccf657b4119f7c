// Jobs that a provider has accepted: how they are asked about, how they end, and how they are taken back.
import assert from 'node:assert/strict';
import type { JobHandle } from '../../../../src/core/jobHandle.ts';
import type { Stage } from '../../../../src/core/request.ts';
import { hubAnswer, live } from '../hubAnswer.ts';
import { failureOf, inferring, model, png, type Inferring } from '../inferring.ts';
import { withServer, type Answer, type ScriptedServer, type Step } from '../scriptedServer.ts';

const id = '80e732af-660e-45cd-bd63-580e4f2a94cc';
const base = `https://queue.fal.run/fal-ai/flux/requests/${id}`;
const hub = hubAnswer({ 'fal-ai': live('fal-ai/flux/dev') });
const falAi: Inferring = { request: { provider: 'fal-ai', parameters: { seed: '5', scheduler: 'x' } } };

const accepted: Answer = {
  json: {
    status: 'IN_QUEUE',
    request_id: id,
    response_url: base,
    status_url: `${base}/status`,
    cancel_url: `${base}/cancel`,
    queue_position: 3,
  },
};
const queued = (position: number): Answer => ({ status: 202, json: { status: 'IN_QUEUE', queue_position: position } });
const running: Answer = { status: 202, json: { status: 'IN_PROGRESS', logs: [{ message: 'NSFW content' }] } };
const completed: Answer = { json: { status: 'COMPLETED' } };
const result: Step = (response, { headers }) => {
  const body = `"images":[{"url":"http://${headers.host}/files/p.png"}],"seed":16357541570974532000`;
  response.setHeader('x-fal-billable-units', '1');
  response.end(`{${body},"timings":{"inference":0.7}}`);
};
const picture: Answer = { body: png, headers: { 'content-type': 'image/jpeg' } };
const cancelRequested: Answer = { status: 202, json: { status: 'CANCELLATION_REQUESTED' } };

const paths = ({ received }: ScriptedServer): readonly string[] =>
  received.slice(1).map(({ method, path }) => `${method} ${path}`);
const jobPath = `/fal-ai/fal-ai/flux/requests/${id}`;

describe('a job in the queue of fal-ai', () => {
  it('is followed through the queue to its picture', async () => {
    await withServer([hub, accepted, queued(2), queued(0), running, completed, result, picture], async (server) => {
      const asked = inferring(server.url, { ...falAi, tokens: { [server.url]: 'hf_secret12' } });
      const image = await asked.image;
      assert.deepEqual(Buffer.from(image.bytes), Buffer.from(png));
      assert.equal(image.seed, '16357541570974532000');
      assert.deepEqual(image.cost, { computeSeconds: 0.7, billableUnits: 1 });
      assert.deepEqual(paths(server), [
        'POST /fal-ai/fal-ai/flux/dev?_subdomain=queue',
        ...Array.from({ length: 4 }, () => `GET ${jobPath}/status?_subdomain=queue`),
        `GET ${jobPath}?_subdomain=queue`,
        'GET /files/p.png',
      ]);
      assert.deepEqual(asked.stages, [
        { type: 'generating' },
        { type: 'waitingInLine', position: 3 },
        { type: 'waitingInLine', position: 2 },
        { type: 'waitingInLine' },
        { type: 'generating' },
        { type: 'generating' },
      ] satisfies Stage[]);
      const fetched = server.received.at(-1);
      assert.equal(fetched?.headers.authorization, undefined);
      assert.ok(server.received.slice(2, -1).every(({ headers }) => headers.authorization === 'Bearer hf_secret12'));
    });
  });

  it('is asked about quickly at first, then every few seconds', async () => {
    const waiting = Array.from({ length: 12 }, () => running);
    await withServer([hub, accepted, ...waiting, completed, result, picture], async (server) => {
      const asked = inferring(server.url, falAi);
      await asked.image;
      assert.ok((asked.slept[0] ?? 0) <= 1_000);
      assert.equal(asked.slept.at(-1), 5_000);
      assert.ok(asked.slept.every((pause, index) => pause >= (asked.slept[index - 1] ?? 0)));
    });
  });

  it('is found by its request where its address leads elsewhere, and only at the router', async () => {
    for (const address of [
      'https://evil.example/../../steal',
      'https://queue.fal.run/fal-ai/flux/requests/../../../hf-inference/models/x',
      'https://queue.fal.run/whoami',
      'file:///etc/passwd',
      undefined,
    ]) {
      const strange = { json: { status: 'IN_QUEUE', request_id: id, response_url: address } };
      await withServer([hub, strange, completed, result, picture], async (server) => {
        await inferring(server.url, falAi).image;
        assert.deepEqual(paths(server).slice(1, 3), [
          `GET ${jobPath}/status?_subdomain=queue`,
          `GET ${jobPath}?_subdomain=queue`,
        ]);
      });
    }
  });

  it('is not followed by a request that is no name', async () => {
    const strange = { json: { status: 'IN_QUEUE', request_id: '../../x', response_url: 'https://queue.fal.run/x' } };
    await withServer([hub, strange], async (server) => {
      await failureOf('badReply', inferring(server.url, falAi).image);
      assert.equal(server.received.length, 2);
    });
  });

  describe('that fails', () => {
    const fails = (steps: readonly Step[], given: Inferring = {}): Promise<unknown> =>
      withServer([hub, accepted, ...steps], (server) =>
        inferring(server.url, { ...falAi, ...given }).image.then(
          () => assert.fail('a picture'),
          (error: unknown) => Promise.reject(error as Error),
        ),
      );

    for (const status of ['ERROR', 'FAILED', 'CANCELLED']) {
      it(`in the queue as ${status} ends there, with the reason`, async () => {
        const failure = await failureOf(
          'providerDown',
          fails([queued(1), { json: { status, error: 'Out of memory' } }]),
        );
        assert.equal(failure.detail, 'Out of memory');
        assert.equal(failure.status, undefined);
      });
    }

    it('is told by its answer, in the words of the validator', async () => {
      const wrong = { status: 422, json: { detail: [{ loc: ['body', 'image_size', 'width'], msg: 'too large' }] } };
      const { problem } = await failureOf('invalidRequest', fails([completed, wrong]));
      assert.ok(problem.type === 'rejected');
      assert.equal(problem.detail, 'body.image_size.width: too large');
    });

    it('because of its prompt is a refusal', async () => {
      const flagged = {
        status: 422,
        json: { detail: [{ loc: ['body', 'prompt'], msg: 'material flagged by a content checker' }] },
      };
      assert.equal((await failureOf('refused', fails([completed, flagged]))).reason, 'filter');
    });

    it('with a 500 for its result has failed itself, and is asked for once', async () => {
      await withServer(
        [hub, accepted, completed, { status: 500, json: { detail: 'Internal Error' } }],
        async (server) => {
          const failure = await failureOf('providerDown', inferring(server.url, falAi).image);
          assert.equal(failure.detail, 'Internal Error');
          assert.equal(failure.status, undefined);
          assert.equal(server.received.length, 4);
        },
      );
    });

    it('says why in its status where its result says nothing', async () => {
      const ended = { json: { status: 'COMPLETED', error: 'Runner died' } };
      await failureOf('providerDown', fails([ended, { status: 504, body: '<html></html>' }]));
    });

    it('and is lost is told as that', async () => {
      const failure = await failureOf('badReply', fails([running, { status: 404, json: { detail: 'Not found' } }]));
      assert.equal(failure.problem, 'jobLost');
      assert.equal(failure.detail, 'Not found');
    });

    it('with words that nobody knows ends after a while', async () => {
      await withServer([hub, accepted, { json: { status: 'PONDERING' } }], async (server) => {
        const failure = await failureOf('badReply', inferring(server.url, falAi).image);
        assert.match(failure.detail ?? '', /PONDERING/);
        assert.ok(server.received.length <= 15);
      });
    });

    it('to come to an end although it says it has does not go round for ever', async () => {
      await withServer([hub, accepted, completed], async (server) => {
        await failureOf('badReply', inferring(server.url, falAi).image);
        assert.ok(server.received.length <= 40, String(server.received.length));
      });
    });
  });

  describe('that cannot be asked about for a moment', () => {
    const breaks: Step = (_, { socket }) => socket.resetAndDestroy();
    for (const [name, trouble] of Object.entries({
      'an overloaded service': { status: 503, json: { error: 'overloaded' } },
      'a gateway': { status: 502, body: '<html></html>' },
      'a rate limit': { status: 429, headers: { 'retry-after': '9' } },
      'a status of 500': { status: 500 },
      'a broken connection': breaks,
    } satisfies Readonly<Record<string, Step>>)) {
      it(`survives ${name}: it is paid for`, async () => {
        await withServer([hub, accepted, trouble, trouble, completed, result, picture], async (server) => {
          await inferring(server.url, falAi).image;
          assert.equal(server.received.filter(({ method }) => method === 'POST').length, 1);
        });
      });
    }

    it('waits as long as a rate limit says', async () => {
      await withServer(
        [hub, accepted, { status: 429, headers: { 'retry-after': '9' } }, completed, result, picture],
        async (server) => {
          const asked = inferring(server.url, falAi);
          await asked.image;
          assert.ok(asked.slept.includes(9_000));
        },
      );
    });

    it('gives up in the end, and the job may still be picked up', async () => {
      await withServer([hub, accepted, { status: 503, json: { error: 'overloaded' } }], async (server) => {
        const settled: JobHandle[] = [];
        const asked = inferring(server.url, { ...falAi, onSettled: (handle) => settled.push(handle) });
        await failureOf('providerDown', asked.image);
        assert.ok(server.received.length <= 12);
        assert.deepEqual(settled, []);
      });
    });
  });

  it('that we break down over stays with its provider: that says nothing about the picture', async () => {
    await withServer([hub, accepted, completed, result, picture], async (server) => {
      const settled: JobHandle[] = [];
      const { image } = inferring(server.url, {
        ...falAi,
        onSettled: (handle) => settled.push(handle),
        onStage: (stage) => {
          if (stage.type === 'waitingInLine') throw new TypeError('a bug of ours');
        },
      });
      await assert.rejects(image, new TypeError('a bug of ours'));
      assert.deepEqual(settled, []);
    });
  });

  it('that one has no credit to ask about may still be picked up: it is paid for', async () => {
    await withServer([hub, accepted, { status: 402, json: { error: 'Not today' } }], async (server) => {
      const settled: JobHandle[] = [];
      const asked = inferring(server.url, { ...falAi, onSettled: (handle) => settled.push(handle) });
      await failureOf('noCredit', asked.image);
      assert.deepEqual(settled, []);
    });
  });

  describe('that nobody wants any more', () => {
    it('is taken back at the provider', async () => {
      await withServer([hub, accepted, running, cancelRequested], async (server) => {
        const user = new AbortController();
        const settled: JobHandle[] = [];
        const asked = inferring(server.url, {
          ...falAi,
          tokens: { [server.url]: 'hf_secret12' },
          signal: user.signal,
          onSettled: (handle) => settled.push(handle),
          onStage: (stage) => {
            if (stage.type === 'waitingInLine') user.abort();
          },
        });
        assert.deepEqual(await failureOf('cancelled', asked.image), { kind: 'cancelled' });
        const last = server.received.at(-1);
        assert.equal(`${last?.method} ${last?.path}`, `PUT ${jobPath}/cancel?_subdomain=queue`);
        assert.equal(last?.headers.authorization, 'Bearer hf_secret12');
        assert.equal(settled.length, 1);
      });
    });

    for (const [name, answer] of Object.entries({
      'it is too late': { status: 400, json: { status: 'ALREADY_COMPLETED' } },
      'the provider is gone': (_, { socket }) => socket.resetAndDestroy(),
    } satisfies Readonly<Record<string, Step>>)) {
      it(`is cancelled all the same where ${name}`, async () => {
        await withServer([hub, accepted, answer], async (server) => {
          const user = new AbortController();
          const onStage = (stage: Stage): void => {
            if (stage.type === 'waitingInLine') user.abort();
          };
          await failureOf('cancelled', inferring(server.url, { ...falAi, signal: user.signal, onStage }).image);
        });
      });
    }

    it('does not keep the user waiting for a provider that is silent', async () => {
      await withServer([hub, accepted, () => undefined], async (server) => {
        const user = new AbortController();
        const asked = inferring(server.url, {
          ...falAi,
          signal: user.signal,
          onStage: (stage) => {
            if (stage.type === 'waitingInLine') user.abort();
          },
        });
        const cancel = await server.arrival(2);
        assert.equal(cancel.method, 'PUT');
        asked.leap();
        await failureOf('cancelled', asked.image);
        assert.equal(asked.slept.at(-1), 5_000);
      });
    });

    it('is taken back when it is cancelled before its name is known', async () => {
      let answerLater = (): void => assert.fail('not asked yet');
      const slow: Step = (response) => {
        answerLater = () => response.end(JSON.stringify(accepted.json));
      };
      await withServer([hub, slow, cancelRequested], async (server) => {
        const user = new AbortController();
        const asked = inferring(server.url, { ...falAi, signal: user.signal });
        await server.arrival(1);
        user.abort();
        answerLater();
        await failureOf('cancelled', asked.image);
        assert.equal(paths(server).at(-1), `PUT ${jobPath}/cancel?_subdomain=queue`);
      });
    });

    it('is taken back when the time is over', async () => {
      await withServer([hub, accepted, running], async (server) => {
        const settled: JobHandle[] = [];
        const asked = inferring(server.url, {
          ...falAi,
          settings: { timeoutSeconds: 20 },
          onSettled: (handle) => settled.push(handle),
        });
        assert.equal((await failureOf('timedOut', asked.image)).seconds, 20);
        assert.equal(paths(server).at(-1), `PUT ${jobPath}/cancel?_subdomain=queue`);
        assert.equal(settled.length, 1);
      });
    });
  });

  it('has a handle from being accepted to its end, small and without a secret', async () => {
    await withServer([hub, accepted, completed, result, picture], async (server) => {
      const events: string[] = [];
      const handles: JobHandle[] = [];
      const asked = inferring(server.url, {
        ...falAi,
        tokens: { [server.url]: 'hf_secret12' },
        onAccepted: (handle) => {
          handles.push(handle);
          events.push(`accepted after ${server.received.length}`);
        },
        onSettled: (handle) => {
          handles.push(handle);
          events.push(`settled after ${server.received.length}`);
        },
      });
      await asked.image;
      assert.deepEqual(events, ['accepted after 2', 'settled after 5']);
      assert.deepEqual(handles[0], {
        version: 1,
        provider: 'fal-ai',
        model,
        job: `/fal-ai/flux/requests/${id}`,
        seed: '5',
        ignored: ['scheduler'],
      });
      assert.deepEqual(handles[1], handles[0]);
    });
  });
});

describe('a prediction of replicate', () => {
  const replicate: Inferring = { request: { provider: 'replicate' } };
  const hubSays = hubAnswer({ replicate: live('a/b') });
  const prediction = (status: string, more: object = {}): Answer => ({
    status: 201,
    json: {
      id: 'abc123',
      status,
      output: null,
      error: null,
      urls: { get: 'https://api.replicate.com/v1/predictions/abc123' },
      ...more,
    },
  });
  const linked =
    (status: string): Step =>
    (response, { headers }) =>
      response.end(JSON.stringify({ id: 'abc123', status, output: [`http://${headers.host}/files/p.webp`] }));

  it('that takes longer than the call is held is asked about', async () => {
    const steps = [hubSays, prediction('starting'), prediction('processing'), linked('succeeded'), picture];
    await withServer(steps, async (server) => {
      const handles: JobHandle[] = [];
      await inferring(server.url, { ...replicate, onAccepted: (handle) => handles.push(handle) }).image;
      assert.deepEqual(paths(server).slice(1), [
        'GET /replicate/v1/predictions/abc123',
        'GET /replicate/v1/predictions/abc123',
        'GET /files/p.webp',
      ]);
      assert.equal(handles[0]?.job, '/v1/predictions/abc123');
    });
  });

  it('may have its output while it is still processing', async () => {
    await withServer([hubSays, linked('processing'), picture], async (server) => {
      const handles: JobHandle[] = [];
      const settled: JobHandle[] = [];
      await inferring(server.url, {
        ...replicate,
        onAccepted: (handle) => handles.push(handle),
        onSettled: (handle) => settled.push(handle),
      }).image;
      assert.equal(server.received.length, 3);
      // Its picture is paid for too: until it is here it can be picked up.
      assert.deepEqual([handles.length, settled.length], [1, 1]);
    });
  });

  it('that failed says why, and is not asked for again', async () => {
    for (const first of [true, false]) {
      const failed = prediction('failed', { error: 'CUDA out of memory' });
      const steps = first ? [hubSays, failed] : [hubSays, prediction('processing'), failed];
      await withServer(steps, async (server) => {
        assert.equal(
          (await failureOf('providerDown', inferring(server.url, replicate).image)).detail,
          'CUDA out of memory',
        );
        assert.equal(server.received.length, steps.length);
      });
    }
  });

  it('that its filter stopped is a refusal', async () => {
    const failed = prediction('failed', { error: 'NSFW content detected. Try running it again.' });
    await withServer([hubSays, prediction('processing'), failed], async (server) => {
      await failureOf('refused', inferring(server.url, replicate).image);
    });
  });

  it('that somebody else cancelled ends', async () => {
    await withServer([hubSays, prediction('processing'), prediction('canceled')], async (server) => {
      await failureOf('providerDown', inferring(server.url, replicate).image);
    });
  });

  it('that succeeded without a picture is an empty answer', async () => {
    await withServer([hubSays, prediction('processing'), prediction('succeeded')], async (server) => {
      assert.equal((await failureOf('badReply', inferring(server.url, replicate).image)).problem, 'empty');
    });
  });

  it('is cancelled at its own address', async () => {
    await withServer([hubSays, prediction('processing'), prediction('canceled')], async (server) => {
      const user = new AbortController();
      const asked = inferring(server.url, { ...replicate, signal: user.signal, onAccepted: () => user.abort() });
      await failureOf('cancelled', asked.image);
      assert.equal(paths(server).at(-1), 'POST /replicate/v1/predictions/abc123/cancel');
    });
  });

  it('with an address elsewhere is asked about at the router, by its id', async () => {
    const strange = prediction('processing', { urls: { get: 'https://evil.example/v1/../../x' } });
    await withServer([hubSays, strange, linked('succeeded'), picture], async (server) => {
      await inferring(server.url, replicate).image;
      assert.equal(paths(server)[1], 'GET /replicate/v1/predictions/abc123');
    });
  });
});

describe('a prediction of wavespeed', () => {
  const wavespeed: Inferring = { request: { provider: 'wavespeed', parameters: { seed: '9' } } };
  const hubSays = hubAnswer({ wavespeed: live('wavespeed-ai/flux-dev') });
  const prediction = (data: object): Answer => ({
    json: {
      code: 200,
      message: 'success',
      data: { id: 'w1', urls: { get: 'https://api.wavespeed.ai/api/v3/predictions/w1/result' }, ...data },
    },
  });
  const linked: Step = (response, { headers }) =>
    response.end(
      JSON.stringify({
        code: 200,
        data: { id: 'w1', status: 'completed', outputs: [`http://${headers.host}/p.jpeg`] },
      }),
    );

  it('is followed to its picture', async () => {
    const steps = [hubSays, prediction({ status: 'created' }), prediction({ status: 'processing' }), linked, picture];
    await withServer(steps, async (server) => {
      const image = await inferring(server.url, wavespeed).image;
      assert.equal(image.seed, '9');
      assert.deepEqual(paths(server).slice(1), [
        'GET /wavespeed/api/v3/predictions/w1/result',
        'GET /wavespeed/api/v3/predictions/w1/result',
        'GET /p.jpeg',
      ]);
    });
  });

  it('that failed says why', async () => {
    const failed = prediction({ status: 'failed', error: 'The size is not supported' });
    await withServer([hubSays, prediction({ status: 'created' }), failed], async (server) => {
      const failure = await failureOf('providerDown', inferring(server.url, wavespeed).image);
      assert.equal(failure.detail, 'The size is not supported');
    });
  });

  it('that its filter stopped is a refusal, by its mark alone', async () => {
    for (const data of [
      { status: 'failed', error: 'x', has_nsfw_contents: [true] },
      { status: 'completed', outputs: [], has_nsfw_contents: [true] },
    ]) {
      await withServer([hubSays, prediction({ status: 'created' }), prediction(data)], async (server) => {
        await failureOf('refused', inferring(server.url, wavespeed).image);
      });
    }
  });

  it('that was not taken says so in its envelope, also with a status of 200', async () => {
    await withServer(
      [hubSays, { json: { code: 400, message: 'property "size" is wrong', data: null } }],
      async (server) => {
        const { problem } = await failureOf('invalidRequest', inferring(server.url, wavespeed).image);
        assert.ok(problem.type === 'rejected');
        assert.equal(problem.detail, 'property "size" is wrong');
      },
    );
  });

  it('cannot be taken back, so it can still be picked up when the time is over', async () => {
    const settled: JobHandle[] = [];
    await withServer([hubSays, prediction({ status: 'processing' })], async (server) => {
      const asked = inferring(server.url, {
        ...wavespeed,
        settings: { timeoutSeconds: 20 },
        onSettled: (handle) => settled.push(handle),
      });
      await failureOf('timedOut', asked.image);
      assert.ok(server.received.slice(2).every(({ method }) => method === 'GET'));
    });
    assert.deepEqual(settled, []);
  });
});

describe('a task of zai-org', () => {
  const zai: Inferring = { request: { provider: 'zai-org' } };
  const hubSays = hubAnswer({ 'zai-org': live('glm-image') });
  const task = (status: string, more: object = {}): Answer => ({ json: { id: 'z1', task_status: status, ...more } });

  it('is asked about every five seconds, with its own headers', async () => {
    const linked: Step = (response, { headers }) =>
      response.end(JSON.stringify({ task_status: 'SUCCESS', image_result: [{ url: `http://${headers.host}/p.png` }] }));
    const steps = [hubSays, task('PROCESSING'), task('PROCESSING'), linked, picture];
    await withServer(steps, async (server) => {
      const asked = inferring(server.url, zai);
      await asked.image;
      assert.deepEqual(asked.slept, [5_000, 5_000]);
      assert.equal(paths(server)[1], 'GET /zai-org/api/paas/v4/async-result/z1');
      assert.equal(server.received[2]?.headers['x-source-channel'], 'hugging_face');
    });
  });

  it('that failed ends, as a refusal where its filter was the reason', async () => {
    await withServer([hubSays, task('PROCESSING'), task('FAIL')], async (server) => {
      await failureOf('providerDown', inferring(server.url, zai).image);
    });
    const filtered = task('FAIL', { content_filter: [{ role: 'user', level: 1 }] });
    await withServer([hubSays, task('PROCESSING'), filtered], async (server) => {
      await failureOf('refused', inferring(server.url, zai).image);
    });
  });

  it('is not followed by an id that is no name', async () => {
    await withServer([hubSays, { json: { id: '../../x', task_status: 'PROCESSING' } }], async (server) => {
      await failureOf('badReply', inferring(server.url, zai).image);
      assert.equal(server.received.length, 2);
    });
  });
});
