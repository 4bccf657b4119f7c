/** Ways through a proxy, and the host's own `fetch` where we find none. `service.test` exists behind the proxy only. */
import assert from 'node:assert/strict';
import type { HttpReply } from '../../../../src/inference/transport.ts';
import {
  createUndiciTransport,
  type Host,
  type NetworkSettings,
  type NodeTransport,
} from '../../../../src/inference/transport/undiciTransport.ts';
import { failureOf } from '../inferring.ts';
import { withServer, type ScriptedServer } from '../scriptedServer.ts';
import { directNetwork } from './directNetwork.ts';
import { withProxy } from './proxyServer.ts';
import { testCertificate } from './testCertificate.ts';

const never = new AbortController().signal;
const basic = `Basic ${Buffer.from('me:p@ss word').toString('base64')}`;

function transportWith(network: Partial<NetworkSettings>, host: Partial<Host> = {}): NodeTransport {
  return createUndiciTransport(
    { ...directNetwork, proxySupport: 'override', systemCertificates: true, ...network },
    {
      env: {},
      fetch: undefined,
      certificates: () => [testCertificate.cert],
      resolve: () => Promise.reject(new Error('Nothing is looked up here')),
      ...host,
    },
  );
}

async function post(transport: NodeTransport, url: string): Promise<HttpReply> {
  return transport.send({ method: 'POST', url, headers: { authorization: 'Bearer t' }, body: '{}' }, never);
}

/** The same server by a name that only the proxy can look up. */
function behind(server: ScriptedServer): string {
  return `${server.url.replace('127.0.0.1', 'service.test')}/x?y`;
}

describe('a proxy', () => {
  it('is handed http requests whole', async () => {
    await withServer([{ body: 'there' }], async (server) => {
      await withProxy({}, async (proxy) => {
        const transport = transportWith({ proxy: proxy.url });
        const reply = await post(transport, behind(server));
        assert.equal(Buffer.from(reply.body).toString(), 'there');
        assert.deepEqual(proxy.asked, [{ what: `POST ${behind(server)}`, authorization: undefined }]);
        const [request] = server.received;
        assert.equal(request?.headers.host, new URL(behind(server)).host);
        assert.equal(request.headers.authorization, 'Bearer t');
        await transport.close();
      });
    });
  });

  it('tunnels https, looks into nothing, and is asked for one tunnel only', async () => {
    await withServer(
      [{ body: 'there' }],
      async (server) => {
        await withProxy({}, async (proxy) => {
          const transport = transportWith({ proxy: proxy.url });
          for (let index = 0; index < 2; index++) {
            assert.equal(Buffer.from((await post(transport, behind(server))).body).toString(), 'there');
            // The connection is handed back a moment after the reply.
            await new Promise(setImmediate);
          }
          const { host } = new URL(behind(server));
          assert.deepEqual(proxy.asked, [{ what: `CONNECT ${host}`, authorization: undefined }]);
          assert.equal(server.received[0]?.headers['proxy-authorization'], undefined);
          await transport.close();
        });
      },
      { tls: testCertificate },
    );
  });

  it('gets the name and password of its address, or the setting', async () => {
    for (const tls of [undefined, testCertificate]) {
      await withServer(
        [{ body: 'there' }],
        async (server) => {
          await withProxy({ authorization: basic }, async (proxy) => {
            const withPassword = proxy.url.replace('//', '//me:p%40ss%20word@');
            for (const network of [{ proxy: withPassword }, { proxy: proxy.url, proxyAuthorization: basic }]) {
              const transport = transportWith(network);
              assert.equal((await post(transport, behind(server))).status, 200);
              await transport.close();
            }
            assert.ok(server.received.every(({ headers }) => headers['proxy-authorization'] === undefined));
          });
        },
        tls ? { tls } : {},
      );
    }
  });

  it('that wants a password is told as that, and the password is not', async () => {
    await withServer(
      [{ body: 'there' }],
      async (server) => {
        await withProxy({ authorization: basic }, async (proxy) => {
          const transport = transportWith({ proxy: proxy.url.replace('//', '//me:wr0ng@') });
          const failure = await failureOf('offline', post(transport, behind(server)));
          assert.equal(failure.problem, 'proxy');
          assert.ok(!JSON.stringify(failure).includes('wr0ng'));
          assert.equal(server.received.length, 0);
          assert.equal(proxy.asked.length, 1);
        });
      },
      { tls: testCertificate },
    );
    await withProxy({ authorization: basic }, async (proxy) => {
      const transport = transportWith({ proxy: proxy.url });
      assert.equal((await failureOf('offline', post(transport, 'http://service.test/'))).problem, 'proxy');
      assert.equal(proxy.asked.length, 1);
    });
  });

  it('that hangs up or is not there is told as that', async () => {
    await withProxy({ hangUp: true }, async (proxy) => {
      const transport = transportWith({ proxy: proxy.url });
      assert.equal((await failureOf('offline', post(transport, 'https://service.test/'))).problem, 'proxy');
      assert.equal(proxy.asked.length, 1, 'asked once');
    });
    for (const url of ['https://service.test/', 'http://service.test/']) {
      const failure = await failureOf('offline', post(transportWith({ proxy: 'http://127.0.0.1:9' }), url));
      assert.equal(failure.problem, 'proxy');
      assert.equal(failure.service, 'service.test');
    }
  });

  it('does not change what the certificate must say', async () => {
    await withServer(
      [{ body: 'there' }],
      async (server) => {
        await withProxy({}, async (proxy) => {
          const strict = transportWith({ proxy: proxy.url }, { certificates: () => [] });
          assert.equal((await failureOf('offline', post(strict, behind(server)))).problem, 'certificate');
          const lax = transportWith({ proxy: proxy.url, proxyStrictSSL: false }, { certificates: () => [] });
          assert.equal((await post(lax, behind(server))).status, 200);
          await lax.close();
        });
      },
      { tls: testCertificate },
    );
  });

  it('is not used for loopback', async () => {
    await withServer([{ body: 'there' }], async (server) => {
      await withProxy({}, async (proxy) => {
        const transport = transportWith({ proxy: proxy.url }, { env: { HTTP_PROXY: proxy.url } });
        assert.equal((await post(transport, server.url)).status, 200);
        assert.equal((await post(transport, server.url.replace('127.0.0.1', 'localhost'))).status, 200);
        assert.deepEqual(proxy.asked, []);
        await transport.close();
      });
    });
  });

  it('may stand in the environment', async () => {
    await withServer([{ body: 'there' }], async (server) => {
      await withProxy({}, async (proxy) => {
        const transport = transportWith({}, { env: { HTTP_PROXY: proxy.url } });
        assert.equal((await post(transport, behind(server))).status, 200);
        assert.equal(proxy.asked.length, 1);
        await transport.close();
      });
    });
  });

  it('that does not answer can be given up', async () => {
    const user = new AbortController();
    await withServer([() => undefined], async (silent) => {
      const transport = transportWith({ proxy: silent.url });
      const call = { method: 'GET', url: 'http://service.test/', headers: {} } as const;
      const reply = transport.send(call, user.signal);
      const request = await silent.arrival(0);
      user.abort();
      await assert.rejects(reply, { name: 'AbortError' });
      assert.equal(await request.answered, false);
    });
  });
});

describe("the host's fetch", () => {
  /** Knows the way that we do not: every name leads to the server. */
  function knowing(server: ScriptedServer, calls: string[]): typeof globalThis.fetch {
    return (input, init) => {
      const url = new URL(input as string);
      calls.push(`${init?.method} ${url.href}`);
      return fetch(`${server.url}${url.pathname}${url.search}`, init);
    };
  }
  const unreachable = { proxy: 'http://127.0.0.1:9' };

  it('is tried when no connection of ours opens, and remembered', async () => {
    await withServer([{ body: 'there' }], async (server) => {
      await withProxy({ hangUp: true }, async (proxy) => {
        const calls: string[] = [];
        const transport = transportWith({ proxy: proxy.url }, { fetch: knowing(server, calls) });
        for (let index = 0; index < 2; index++) {
          const reply = await post(transport, 'https://service.test/x?y');
          assert.equal(Buffer.from(reply.body).toString(), 'there');
        }
        assert.deepEqual(calls, ['POST https://service.test/x?y', 'POST https://service.test/x?y']);
        assert.equal(proxy.asked.length, 1, 'our own way was tried once');
        const [request] = server.received;
        assert.equal(request?.body, '{}');
        assert.equal(request.headers.authorization, 'Bearer t');
      });
    });
  });

  it('is tried for proxies of a kind that we do not speak', async () => {
    await withServer([{ body: 'there' }], async (server) => {
      const calls: string[] = [];
      const transport = transportWith({ proxy: 'socks5://127.0.0.1:9' }, { fetch: knowing(server, calls) });
      assert.equal((await post(transport, 'http://service.test/')).status, 200);
      assert.equal(calls.length, 1);
    });
  });

  it('is not tried after something was sent', async () => {
    await withServer([(response) => response.socket?.destroy()], async (server) => {
      await withProxy({}, async (proxy) => {
        const calls: string[] = [];
        const transport = transportWith({ proxy: proxy.url }, { fetch: knowing(server, calls) });
        await failureOf('offline', post(transport, behind(server)));
        assert.equal(server.received.length, 1);
        assert.deepEqual(calls, []);
      });
    });
  });

  it('leaves the first failure standing when it fails as well', async () => {
    const transport = transportWith(unreachable, { fetch: () => Promise.reject(new TypeError('fetch failed')) });
    assert.equal((await failureOf('offline', post(transport, 'https://service.test/'))).problem, 'proxy');
  });

  it('follows no redirect, and takes no more than our own way', async () => {
    const steps = [
      { status: 307, headers: { location: 'http://elsewhere.test/' } },
      { headers: { 'content-encoding': 'gzip' }, body: 'not gzip' },
      { headers: { 'content-length': String(65 * 1024 * 1024) }, body: Buffer.alloc(65 * 1024 * 1024) },
    ];
    await withServer(steps, async (server) => {
      const calls: string[] = [];
      const transport = transportWith(unreachable, { fetch: knowing(server, calls) });
      const reply = await post(transport, 'https://service.test/');
      assert.deepEqual([reply.status, reply.headers['location']], [307, 'http://elsewhere.test/']);
      await failureOf('badReply', post(transport, 'https://service.test/'));
      assert.equal((await failureOf('badReply', post(transport, 'https://service.test/'))).problem, 'tooLarge');
    });
  });

  it('can be cancelled', async () => {
    await withServer([() => undefined], async (server) => {
      const user = new AbortController();
      const transport = transportWith(unreachable, { fetch: knowing(server, []) });
      const call = { method: 'POST', url: 'https://service.test/', headers: {}, body: '{}' } as const;
      const reply = transport.send(call, user.signal);
      const request = await server.arrival(0);
      user.abort();
      await assert.rejects(reply, { name: 'AbortError' });
      assert.equal(await request.answered, false);
    });
  });
});
