import assert from 'node:assert/strict';
import { get } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { startDemoApi } from '../../../demoApi/demoApi.ts';
import type { DemoApi } from '../../../demoApi/demoApi.ts';
import type { Fault, FaultChoice } from '../../../demoApi/faults/fault.ts';
import { namedFaults } from '../../../demoApi/faults/namedFaults.ts';
import { readPng } from '../picture/readPng.ts';
import { post } from '../post.ts';

const path = '/hf-inference/models/black-forest-labs/FLUX.1-schnell';
const order = { inputs: 'a hill', parameters: { width: 64, height: 64, seed: 1 } };
const png = { accept: 'image/png' };

describe('faults', () => {
  let api: DemoApi;
  let picture: Buffer;

  before(async () => {
    api = await startDemoApi();
    picture = (await post(api.url + path, order, png)).bytes;
  });
  beforeEach(() => api.reset());
  after(() => api.close());

  const under = (fault: FaultChoice, signal?: AbortSignal) => {
    api.setFaults([{ fault }]);
    return post(api.url + path, order, png, signal);
  };

  it('stand in a table of names, and every one that brings an answer of its own gives it', async () => {
    for (const [name, fault] of Object.entries<Fault>(namedFaults)) {
      if (fault.json === undefined && fault.text === undefined && fault.html === undefined) continue;
      const answer = await under(name);
      assert.equal(answer.status, fault.status ?? 200, name);
      if (fault.json !== undefined) assert.deepEqual(answer.json(), fault.json, name);
      else assert.equal(answer.bytes.toString(), fault.text ?? fault.html, name);
      for (const [header, value] of Object.entries(fault.headers ?? {})) {
        assert.equal(answer.headers.get(header), value, name);
      }
    }
  });

  it('leave the answer as it is without a script', async () => {
    assert.deepEqual((await post(api.url + path, order, png)).bytes, picture);
  });

  it('come with nothing in them', async () => {
    assert.equal((await under('empty')).bytes.length, 0);
    const none = await under('noContent');
    assert.deepEqual([none.status, none.bytes.length], [204, 0]);
  });

  it('wrap, compress and mislabel the real picture', async () => {
    assert.deepEqual(Buffer.from(String((await under('base64Json')).json()), 'base64'), picture);
    // fetch undoes the encoding, which proves it right.
    for (const name of ['gzip', 'br', 'deflate']) {
      const answer = await under(name);
      assert.equal(answer.headers.get('content-encoding'), name);
      assert.deepEqual(answer.bytes, picture);
    }
    const lie = await under('typeLie');
    assert.equal(lie.headers.get('content-type'), 'image/webp');
    assert.deepEqual(lie.bytes, picture);
    assert.equal((await under('typeMissing')).headers.get('content-type'), null);
  });

  it('go on top of each other', async () => {
    const answer = await under(['base64Json', { encoding: 'gzip', status: 202, contentType: 'image/png' }]);
    assert.equal(answer.status, 202);
    assert.equal(answer.headers.get('content-type'), 'image/png');
    assert.deepEqual(Buffer.from(String(answer.json()), 'base64'), picture);
  });

  it('make solid black pictures', async () => {
    const { pixels, width } = readPng((await under('blackPng')).bytes);
    assert.equal(width, 512);
    assert.ok(pixels.every((byte) => byte === 0));
    assert.equal((await under('blackJpeg')).headers.get('content-type'), 'image/jpeg');
  });

  it('cut the body: closed before the promised end, quietly, or in the middle of chunks', async () => {
    const half = Math.floor(picture.length / 2);
    const before = await raw({ cut: { after: 100, length: 'full' } });
    assert.deepEqual(before, { length: picture.length, received: 100, complete: false });
    assert.deepEqual(await raw('cutQuietly'), { length: half, received: half, complete: true });
    assert.deepEqual(await raw('cutChunks'), { length: undefined, received: half, complete: false });
  });

  it('lie about the length', async () => {
    const short = await wire({ text: 'hello world', lengthOff: -6 });
    assert.match(short, /content-length: 5\r\n[^]*\r\n\r\nhello world$/);
    const long = await raw({ text: 'hello', lengthOff: 6, resetAfter: 5 });
    assert.deepEqual(long, { length: 11, received: 5, complete: false });
  });

  it('reset the connection, before the headers or in the body', async () => {
    await assert.rejects(raw('reset'), { code: 'ECONNRESET' });
    assert.equal((await raw('resetInBody')).complete, false);
  });

  it('let one wait: late, slow, silent, stalled', async () => {
    const started = performance.now();
    await under({ delaySeconds: 0.1 });
    await under({ bytesPerSecond: picture.length * 10 });
    assert.ok(performance.now() - started > 190);
    for (const name of ['silent', 'stall']) {
      api.reset();
      const caller = new AbortController();
      const call = assert.rejects(under(name, caller.signal), { name: 'AbortError' }, name);
      const [request] = await api.received(1);
      await Promise.race([call, sleep(100)]);
      caller.abort();
      await call;
      assert.equal(await request?.finished, 'brokenOff');
    }
  });

  it('send more than anyone should take, without holding it in memory', async () => {
    const answer = await raw({ paddingBytes: 3_000_000 });
    const length = picture.length + 3_000_000;
    assert.deepEqual(answer, { length, received: length, complete: true });
    api.setFaults([{ fault: { bombBytes: 1_000_000 } }]);
    assert.equal((await post(api.url + path, order)).bytes.length, 1_000_000);
  });

  it('redirect to the same server under another name', async () => {
    const answer = await under('redirectElsewhere');
    assert.equal(answer.status, 307);
    assert.equal(answer.headers.get('location'), `${api.url.replace('127.0.0.1', 'localhost')}${path}`);
  });

  it('fall on the requests that the rule names, and on the nth of them', async () => {
    api.setFaults([
      { on: 'POST /hf-inference/*', nth: [1, 3], fault: 'overloaded' },
      { on: 'GET /api/*', fault: 'rateLimitedHub' },
      { on: '/api/models', fault: 'gone' },
      { on: 'POST *', nth: 2, fault: 'badGateway' },
    ]);
    const statuses: number[] = [];
    for (let count = 0; count < 4; count += 1) statuses.push((await post(api.url + path, order)).status);
    assert.deepEqual(statuses, [503, 502, 503, 200]);
    assert.equal((await fetch(`${api.url}/api/models`)).status, 429);
    api.setFaults([]);
    assert.equal((await fetch(`${api.url}/api/models`)).status, 200);
  });

  it('are refused with words when the script has a mistake', () => {
    assert.throws(
      () => api.setFaults([{ fault: 'overlaoded' }]),
      /There is no fault "overlaoded"; there are badRequest,/,
    );
    assert.throws(() => api.setFaults([{}] as never), /A rule needs a fault/);
    assert.throws(() => api.setFaults([{ path: '/', fault: 'gone' }] as never), /A rule has no "path"/);
    const fault = { stauts: 500 } as Fault;
    assert.throws(() => api.setFaults([{ fault }]), /A fault has no "stauts"; it may have json,/);
  });

  /** Every byte that comes back, as text. */
  function wire(fault: FaultChoice): Promise<string> {
    api.setFaults([{ fault }]);
    return new Promise((resolve, reject) => {
      let received = '';
      connect(Number(new URL(api.url).port), '127.0.0.1')
        .on('data', (chunk) => (received += chunk.toString('latin1')))
        .on('error', reject)
        .on('close', () => resolve(received))
        .write('GET / HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n');
    });
  }

  /** What a plain client makes of the real picture under a fault. */
  function raw(fault: FaultChoice): Promise<{ length: number | undefined; received: number; complete: boolean }> {
    api.setFaults([{ on: 'GET *', fault: [{ base64: picture.toString('base64') }, ...[fault].flat()] as FaultChoice }]);
    return new Promise((resolve, reject) => {
      const request = get(`${api.url}/picture`, { agent: false }, (response: IncomingMessage) => {
        let received = 0;
        response.on('data', (chunk: Buffer) => (received += chunk.length));
        response.on('error', () => {});
        response.on('close', () => {
          const header = response.headers['content-length'];
          resolve({ length: header === undefined ? undefined : Number(header), received, complete: response.complete });
        });
      });
      request.on('error', reject);
    });
  }
});

describe('encodings', () => {
  it('are those of the standard library', async () => {
    const api = await startDemoApi({ faults: [{ on: '/br', fault: { text: 'words', encoding: 'br' } }] });
    try {
      const bytes = await rawBody(`${api.url}/br`);
      assert.equal(brotliDecompressSync(bytes).toString(), 'words');
      api.setFaults([{ fault: { text: 'words', encoding: 'gzip' } }]);
      assert.equal(gunzipSync(await rawBody(`${api.url}/gzip`)).toString(), 'words');
    } finally {
      await api.close();
    }
  });
});

function rawBody(url: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    get(url, { agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks)));
    }).on('error', reject);
  });
}
