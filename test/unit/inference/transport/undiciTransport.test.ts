import assert from 'node:assert/strict';
import { lookup } from 'node:dns/promises';
import { setMaxListeners } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { HttpCall, HttpReply } from '../../../../src/inference/transport.ts';
import {
  createUndiciTransport,
  type Host,
  type NetworkSettings,
} from '../../../../src/inference/transport/undiciTransport.ts';
import { failureOf } from '../inferring.ts';
import { withServer, type Step } from '../scriptedServer.ts';
import { directNetwork } from './directNetwork.ts';
import { testCertificate } from './testCertificate.ts';

const megabyte = 1024 * 1024;
const never = new AbortController().signal;
setMaxListeners(0, never);
const bareHost: Host = {
  env: {},
  fetch: undefined,
  certificates: () => undefined,
  resolve: (host) => lookup(host, { all: true }),
};

async function send(
  url: string,
  { network = {}, host = {}, call = {}, signal = never }: Partial<Given> = {},
): Promise<HttpReply> {
  const transport = createUndiciTransport({ ...directNetwork, ...network }, { ...bareHost, ...host });
  try {
    return await transport.send({ method: 'POST', url, headers: {}, body: '{}', ...call }, signal);
  } finally {
    await transport.close();
  }
}

interface Given {
  readonly network: Partial<NetworkSettings>;
  readonly host: Partial<Host>;
  readonly call: Partial<HttpCall>;
  readonly signal: AbortSignal;
}

describe('createUndiciTransport', () => {
  it('sends exactly what it is given', async () => {
    await withServer([{ status: 201, headers: { 'X-One': '1' }, body: 'hello' }], async (server) => {
      const headers = { accept: 'image/png', 'content-type': 'application/json' };
      const reply = await send(`${server.url}/a%20b?c=d#hidden`, { call: { headers, body: '{"ü":1}' } });
      const [request] = server.received;
      assert.equal(`${request?.method} ${request?.path}`, 'POST /a%20b?c=d');
      assert.equal(request?.body, '{"ü":1}');
      assert.deepEqual(request.headers, {
        ...headers,
        host: server.host,
        connection: 'keep-alive',
        'content-length': '8',
      });
      assert.equal(reply.status, 201);
      assert.equal(reply.statusText, 'Created');
      assert.equal(reply.headers['x-one'], '1');
      assert.equal(Buffer.from(reply.body).toString(), 'hello');
    });
  });

  it('keeps a connection for the next request', async () => {
    await withServer([{ body: 'x' }], async (server) => {
      const transport = createUndiciTransport(directNetwork, bareHost);
      for (let index = 0; index < 3; index++) {
        await transport.send({ method: 'GET', url: server.url, headers: {} }, never);
        // The connection is handed back a moment after the reply.
        await new Promise(setImmediate);
      }
      assert.equal(new Set(server.received.map(({ socket }) => socket)).size, 1);
      await transport.close();
    });
  });

  it('sends many at once, and all arrive', async () => {
    const echo: Step = (response, { body }) => response.end(body.repeat(1_000));
    await withServer([echo], async (server) => {
      const transport = createUndiciTransport(directNetwork, bareHost);
      const replies = await Promise.all(
        Array.from({ length: 32 }, (_, index) =>
          transport.send({ method: 'POST', url: server.url, headers: {}, body: `${index};` }, never),
        ),
      );
      replies.forEach(({ body }, index) => assert.equal(Buffer.from(body).toString(), `${index};`.repeat(1_000)));
      await transport.close();
    });
  });

  it('still sends for a job that goes on after it was closed', async () => {
    await withServer([{ body: 'x' }], async (server) => {
      const transport = createUndiciTransport(directNetwork, bareHost);
      const call = { method: 'GET', url: server.url, headers: {} } as const;
      await transport.send(call, never);
      await transport.close();
      assert.equal((await transport.send(call, never)).status, 200);
      await transport.close();
    });
  });

  it('lets requests under way end when it is closed', async () => {
    await withServer([(response) => setTimeout(() => response.end('late'), 50)], async (server) => {
      const transport = createUndiciTransport(directNetwork, bareHost);
      const reply = transport.send({ method: 'GET', url: server.url, headers: {} }, never);
      await server.arrival(0);
      await transport.close();
      assert.equal(Buffer.from((await reply).body).toString(), 'late');
    });
  });

  it('reaches IPv6', async function () {
    const server = await import('../scriptedServer.ts')
      .then(({ startServer }) => startServer([{ body: 'six' }], { address: '::1' }))
      .catch(() => this.skip());
    try {
      assert.equal(Buffer.from((await send(server.url)).body).toString(), 'six');
    } finally {
      await server.close();
    }
  });

  describe('bodies', () => {
    const chunks =
      (count: number, headers: Readonly<Record<string, string>> = {}): Step =>
      (response) => {
        const chunk = Buffer.alloc(megabyte, 1);
        response.writeHead(200, headers);
        let left = count;
        const more = (): void => {
          while (left-- > 0) if (!response.write(chunk)) return void response.once('drain', more);
          response.end();
        };
        more();
      };
    const cut =
      (headers: Readonly<Record<string, string>>, sent: Uint8Array | string): Step =>
      (response) => {
        response.writeHead(200, headers);
        response.write(sent, () => response.socket?.end());
      };

    it('come whole with and without a length', async () => {
      const length = { 'content-length': String(5 * megabyte) };
      await withServer([chunks(5), chunks(5, length)], async (server) => {
        const transport = createUndiciTransport(directNetwork, bareHost);
        for (let index = 0; index < 2; index++) {
          const { body } = await transport.send({ method: 'GET', url: server.url, headers: {} }, never);
          assert.ok(Buffer.alloc(5 * megabyte, 1).equals(body));
        }
        await transport.close();
      });
    });

    for (const [name, step] of Object.entries({
      'a length': (response) => {
        response.writeHead(200, { 'content-length': String(65 * megabyte) });
        response.write('the first of many');
      },
      chunks: chunks(80),
      'a gzip bomb': { headers: { 'content-encoding': 'gzip' }, body: gzipSync(Buffer.alloc(100 * megabyte)) },
    } satisfies Readonly<Record<string, Step>>)) {
      it(`may not have more than 64 MB, told by ${name}`, async () => {
        await withServer([step], async (server) => {
          const failure = await failureOf('badReply', send(server.url));
          assert.equal(failure.problem, 'tooLarge');
          assert.equal(failure.limitBytes, 64 * megabyte);
          assert.equal(await server.received[0]?.answered, name === 'a gzip bomb', 'the download ends at once');
        });
      });
    }

    for (const [name, step] of Object.entries({
      'a length that is not reached': cut({ 'content-length': '1000' }, 'half'),
      'chunks without an end': cut({}, 'half'),
      'half a gzip': { headers: { 'content-encoding': 'gzip' }, body: gzipSync('x'.repeat(9_999)).subarray(0, 30) },
      'a reset': (response) => {
        response.writeHead(200, { 'content-length': '1000' });
        response.write('half', () => response.socket?.resetAndDestroy());
      },
    } satisfies Readonly<Record<string, Step>>)) {
      it(`are truncated by ${name}`, async () => {
        await withServer([step], async (server) => {
          const failure = await failureOf('badReply', send(server.url));
          assert.equal(failure.problem, 'truncated');
          assert.equal(failure.service, server.host);
          assert.equal(server.received.length, 1);
        });
      });
    }

    for (const [name, step] of Object.entries({
      'no gzip': { headers: { 'content-encoding': 'gzip' }, body: 'plain' },
      'no brotli': { headers: { 'content-encoding': 'br' }, body: Buffer.alloc(100, 0xff) },
      'packed again and again': {
        headers: { 'content-encoding': 'gzip, gzip, gzip, gzip' },
        body: [1, 2, 3, 4].reduce((bytes) => gzipSync(bytes), Buffer.from('plain')),
      },
      'an encoding that nobody knows': { headers: { 'content-encoding': 'constructor' }, body: 'plain' },
    } satisfies Readonly<Record<string, Step>>)) {
      it(`are damaged when they are ${name}`, async () => {
        await withServer([step], async (server) => {
          assert.equal((await failureOf('badReply', send(server.url))).problem, 'undecodable');
        });
      });
    }

    it('of an error need not be whole', async () => {
      const steps: readonly Step[] = [
        (response) => {
          response.writeHead(500, { 'content-length': '1000' });
          response.write('half', () => response.socket?.end());
        },
        { status: 502, headers: { 'content-encoding': 'gzip' }, body: 'plain' },
      ];
      await withServer(steps, async (server) => {
        assert.equal((await send(server.url)).status, 500);
        assert.equal((await send(server.url)).status, 502);
      });
    });

    it('may be compressed and empty', async () => {
      await withServer([{ status: 204, headers: { 'content-encoding': 'gzip' } }], async (server) => {
        assert.equal((await send(server.url)).body.length, 0);
      });
    });
  });

  describe('failures', () => {
    it('name a port where nobody listens', async () => {
      const port = await freePort();
      const failure = await failureOf('offline', send(`http://127.0.0.1:${port}`));
      assert.deepEqual(failure, {
        kind: 'offline',
        problem: 'refused',
        code: 'ECONNREFUSED',
        service: `127.0.0.1:${port}`,
      });
      assert.equal((await failureOf('offline', send(`http://localhost:${port}`))).problem, 'refused');
    });

    it('name a server that hangs up before it answers', async () => {
      await withServer([(response) => response.socket?.destroy()], async (server) => {
        assert.equal((await failureOf('offline', send(server.url))).problem, 'reset');
        assert.equal(server.received.length, 1);
      });
    });

    it('name what is no HTTP', async () => {
      const server = createServer((socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n'));
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      try {
        const { port } = server.address() as AddressInfo;
        await failureOf('offline', send(`http://127.0.0.1:${port}`));
      } finally {
        server.close();
      }
    });
  });

  describe('cancelling', () => {
    it('rejects with the reason, and the server sees it', async () => {
      await withServer([() => undefined], async (server) => {
        const user = new AbortController();
        const reason = new Error('the user said so');
        const reply = send(server.url, { signal: user.signal });
        const request = await server.arrival(0);
        user.abort(reason);
        await assert.rejects(reply, (error) => error === reason);
        assert.equal(await request.answered, false);
      });
    });

    it('does not wait for a connection', async () => {
      // It accepts, and then says nothing: the TLS handshake never ends.
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const { port } = server.address() as AddressInfo;
      const transport = createUndiciTransport(directNetwork, bareHost);
      const user = new AbortController();
      const accepted = new Promise<Socket>((resolve) => server.once('connection', resolve));
      try {
        const call = { method: 'GET', url: `https://127.0.0.1:${port}`, headers: {} } as const;
        const reply = transport.send(call, user.signal);
        await accepted;
        user.abort();
        await assert.rejects(reply, { name: 'AbortError' });
      } finally {
        (await accepted).destroy();
        server.close();
      }
    });
  });

  describe('certificates', () => {
    const tls = { tls: testCertificate };

    it('that nobody trusts are refused', async () => {
      await withServer(
        [{ body: 'x' }],
        async (server) => {
          const failure = await failureOf('offline', send(server.url));
          assert.equal(failure.problem, 'certificate');
          assert.equal(server.received.length, 0);
        },
        tls,
      );
    });

    it('of the system are trusted, unless that is turned off', async () => {
      const host = { certificates: () => [testCertificate.cert] };
      await withServer(
        [{ body: 'x' }],
        async (server) => {
          assert.equal((await send(server.url, { host, network: { systemCertificates: true } })).status, 200);
          await failureOf('offline', send(server.url, { host, network: { systemCertificates: false } }));
        },
        tls,
      );
    });

    it('must be for the name that was asked', async () => {
      const host = { certificates: () => [testCertificate.cert] };
      await withServer(
        [{ body: 'x' }],
        async (server) => {
          const other = server.url.replace('127.0.0.1', '127.0.0.2');
          const failure = await failureOf('offline', send(other, { host, network: { systemCertificates: true } }));
          assert.equal(failure.problem, 'certificate');
        },
        { ...tls, address: '0.0.0.0' },
      ).catch((error: unknown) => {
        // Not every system has the whole of 127.0.0.0/8.
        if (process.platform === 'linux') throw error;
      });
    });
  });

  describe('waiting', () => {
    const transport = createUndiciTransport(directNetwork, bareHost);

    it('ends with the reason of its signal', async () => {
      const user = new AbortController();
      const pause = transport.wait(60_000, user.signal);
      user.abort('enough');
      await assert.rejects(pause, (reason) => reason === 'enough');
      await assert.rejects(transport.wait(60_000, AbortSignal.abort('before')), (reason) => reason === 'before');
    });

    it('takes its time', async () => {
      const started = transport.now();
      await transport.wait(30, never);
      assert.ok(transport.now() - started >= 25);
    });

    it('does not overflow', async () => {
      const user = new AbortController();
      let over = false;
      const pause = transport.wait(2 ** 40, user.signal).then(
        () => (over = true),
        () => undefined,
      );
      await transport.wait(20, never);
      assert.equal(over, false);
      user.abort();
      await pause;
    });
  });

  describe('base64', () => {
    const transport = createUndiciTransport(directNetwork, bareHost);

    it('is taken in all its spellings', () => {
      const bytes = Buffer.from([251, 255, 254, 1]);
      for (const text of ['+//+AQ==', '+//+AQ', '-__-AQ==', '+//+\r\n AQ==\n']) {
        const decoded = transport.decodeBase64(text);
        assert.ok(decoded, text);
        assert.deepEqual(Buffer.from(decoded), bytes);
      }
    });

    it('is nothing else', () => {
      for (const text of ['it went wrong!', 'a', 'ab=c', '{"a":1}'])
        assert.equal(transport.decodeBase64(text), undefined, text);
    });
  });
});

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return port;
}
