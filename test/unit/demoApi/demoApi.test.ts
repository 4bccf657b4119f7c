import assert from 'node:assert/strict';
import { startDemoApi } from '../../demoApi/demoApi.ts';
import { post } from './post.ts';

const order = { inputs: 'a hill', parameters: { width: 16, height: 16 } };
const path = '/hf-inference/models/black-forest-labs/FLUX.1-schnell';

describe('the local API', () => {
  it('records requests as they came over the wire', async () => {
    const api = await startDemoApi();
    const text = '{"inputs": "hügel",  "parameters": {"width": 16, "height": 16}}';
    try {
      await post(`${api.url}${path}?a=%20b`, text, { 'x-use-cache': 'false' });
      const [request] = await api.received(1);
      assert.equal(request?.method, 'POST');
      assert.equal(request?.path, `${path}?a=%20b`);
      assert.equal(request?.headers['x-use-cache'], 'false');
      assert.equal(request?.body, text);
      assert.equal(await request?.finished, 'answered');
      api.reset();
      assert.deepEqual(api.requests, []);
    } finally {
      await api.close();
    }
  });

  it('keeps several apart in one process', async () => {
    const [one, two] = await Promise.all([startDemoApi(), startDemoApi({ requireToken: true })]);
    try {
      const answers = await Promise.all([post(one.url + path, order), post(two.url + path, order)]);
      assert.deepEqual(
        answers.map(({ status }) => status),
        [200, 401],
      );
      assert.deepEqual([one.requests.length, two.requests.length], [1, 1]);
    } finally {
      await Promise.all([one.close(), two.close()]);
    }
  });

  it('notices when the caller hangs up', async () => {
    const api = await startDemoApi({ generationSeconds: 60 });
    try {
      const caller = new AbortController();
      const call = post(api.url + path, order, {}, caller.signal);
      const [request] = await api.received(1);
      caller.abort();
      await assert.rejects(call, { name: 'AbortError' });
      assert.equal(await request?.finished, 'brokenOff');
    } finally {
      await api.close();
    }
  });

  it('closes although calls are under way', async () => {
    const api = await startDemoApi({ generationSeconds: 60 });
    const call = post(api.url + path, order);
    await Promise.all([assert.rejects(call), api.received(1).then(() => api.close())]);
    await assert.rejects(post(api.url + path, order));
  });

  it('takes the time it is told for a picture', async () => {
    const api = await startDemoApi({ generationSeconds: 0.15 });
    try {
      const started = performance.now();
      assert.equal((await post(api.url + path, order)).status, 200);
      assert.ok(performance.now() - started > 140);
    } finally {
      await api.close();
    }
  });

  it('says what it speaks, and what it does not', async () => {
    const lines: string[] = [];
    const api = await startDemoApi({ log: (line) => lines.push(line) });
    try {
      assert.match(await (await fetch(api.url)).text(), /POST +\/models\/\{model\} +hf-legacy/);
      assert.equal((await fetch(`${api.url}/nothing`)).status, 404);
      assert.equal((await fetch(`${api.url}/models/%ff`)).status, 404);
      const wrongMethod = await fetch(api.url + path);
      assert.deepEqual([wrongMethod.status, wrongMethod.headers.get('allow')], [405, 'POST']);
      assert.match(lines[1] ?? '', /^GET \/nothing → 404/);
    } finally {
      await api.close();
    }
  });

  it('fails to start where the port is taken', async () => {
    const api = await startDemoApi();
    try {
      await assert.rejects(startDemoApi({ port: Number(new URL(api.url).port) }), { code: 'EADDRINUSE' });
    } finally {
      await api.close();
    }
  });
});
