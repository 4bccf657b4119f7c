import assert from 'node:assert/strict';
import { startDemoApi } from '../../../demoApi/demoApi.ts';
import type { DemoApi } from '../../../demoApi/demoApi.ts';
import { readPng } from '../picture/readPng.ts';
import { post } from '../post.ts';

const order = { inputs: 'a hill', parameters: { target_size: { width: 32, height: 16 }, seed: 1 } };

describe('a dedicated endpoint', () => {
  let api: DemoApi;

  before(async () => {
    api = await startDemoApi({ loadingSeconds: 0.2 });
  });
  beforeEach(() => api.reset());
  after(() => api.close());

  it('answers raw bytes for an exact Accept, and understands target_size', async () => {
    const png = await post(`${api.url}/endpoint`, order, { accept: 'image/png' });
    assert.deepEqual([readPng(png.bytes).width, readPng(png.bytes).height], [32, 16]);
    const jpeg = await post(`${api.url}/endpoint`, order, { accept: 'image/jpeg' });
    assert.equal(jpeg.headers.get('content-type'), 'image/jpeg');
  });

  it('answers base64 in JSON where any type will do', async () => {
    for (const accept of ['*/*', 'application/json']) {
      const answer = await post(`${api.url}/endpoint`, order, { accept });
      assert.match(answer.headers.get('content-type') ?? '', /^application\/json/);
      assert.equal(readPng(Buffer.from(String(answer.json()), 'base64')).width, 32);
    }
  });

  it('refuses lists of types and other spellings of JSON', async () => {
    assert.equal((await post(`${api.url}/endpoint`, order, { accept: 'image/png, */*' })).status, 400);
    const type = { accept: 'image/png', 'content-type': 'application/json; charset=utf-8' };
    assert.equal((await post(`${api.url}/endpoint`, order, type)).status, 400);
  });

  it('is scaled to zero until it was asked and had its time', async () => {
    const sleeping = `${api.url}/endpoint/sleeping`;
    assert.equal((await post(sleeping, order, { accept: 'image/png' })).status, 503);
    const held = await post(sleeping, order, { accept: 'image/png', 'x-scale-up-timeout': '60' });
    assert.equal(held.status, 200);
    assert.equal((await post(sleeping, order, { accept: 'image/png' })).status, 200);
  });
});
