// Links that came in an answer, with real sockets and names that a test resolves as an attacker would.
import assert from 'node:assert/strict';
import type { ResolvedAddress } from '../../../../src/inference/transport/linkGuard.ts';
import { createUndiciTransport, type Host } from '../../../../src/inference/transport/undiciTransport.ts';
import { failureOf } from '../inferring.ts';
import { withServer, type ScriptedServer } from '../scriptedServer.ts';
import { directNetwork } from './directNetwork.ts';
import { withProxy } from './proxyServer.ts';
import { testCertificate } from './testCertificate.ts';

const never = new AbortController().signal;

interface Names {
  readonly resolve: Host['resolve'];
  readonly asked: readonly string[];
}

/** Each look-up of a name takes the next of its lists; the last one stays. */
function names(table: Readonly<Record<string, readonly (readonly string[])[]>>): Names {
  const asked: string[] = [];
  return {
    asked,
    resolve: async (host) => {
      const answers = table[host] ?? [];
      const before = asked.filter((one) => one === host).length;
      asked.push(host);
      const addresses = answers[Math.min(before, answers.length - 1)];
      if (!addresses) throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
      return addresses.map((address): ResolvedAddress => ({ address, family: address.includes(':') ? 6 : 4 }));
    },
  };
}

interface Given {
  readonly linkedFrom?: string;
  readonly resolve: Host['resolve'];
  readonly proxy?: string;
  readonly host?: Partial<Host>;
}

async function get(url: string, { linkedFrom, resolve, proxy, host }: Given): Promise<number> {
  const transport = createUndiciTransport(
    { ...directNetwork, ...(proxy === undefined ? {} : { proxySupport: 'override', proxy }), systemCertificates: true },
    { env: {}, fetch: undefined, certificates: () => [testCertificate.cert], resolve, ...host },
  );
  try {
    const call = { method: 'GET', url, headers: {}, ...(linkedFrom === undefined ? {} : { linkedFrom }) } as const;
    return (await transport.send(call, never)).status;
  } finally {
    await transport.close();
  }
}

const named = (server: ScriptedServer, name: string): string => server.url.replace('127.0.0.1', name);

const refused = async (answer: Promise<unknown>): Promise<void> =>
  assert.equal((await failureOf('badReply', answer)).problem, 'linkRefused');

describe('a link', () => {
  it('to a name that leads into this machine is refused, and nothing is connected to', async () => {
    for (const address of [
      '127.0.0.1',
      '::1',
      '::ffff:127.0.0.1',
      '10.0.0.1',
      '169.254.169.254',
      '0.0.0.0',
      ...['fd00::1', 'fe80::1%lo', '64:ff9b::7f00:1', '2002:7f00:1::', '::7f00:1'],
    ]) {
      await withServer([{ body: 'secret' }], async (server) => {
        const { resolve } = names({ 'images.test': [[address]], 'service.test': [['93.184.216.34']] });
        const linkedFrom = 'https://service.test';
        await refused(get(named(server, 'images.test'), { linkedFrom, resolve }));
        assert.equal(server.received.length, 0);
      });
    }
  });

  it('to an address in numbers is looked at as well, although nobody resolves it', async () => {
    await withServer([{ body: 'secret' }], async (server) => {
      const { resolve } = names({ 'service.test': [['93.184.216.34']] });
      await refused(get(server.url, { linkedFrom: 'https://service.test', resolve }));
      assert.equal(server.received.length, 0);
    });
  });

  it('is connected to where it was looked at: a second answer of the name server is never asked for', async () => {
    await withServer([{ body: 'ok' }], async (server) => {
      const { resolve, asked } = names({ 'images.test': [['127.0.0.1'], ['10.0.0.1']], localhost: [['127.0.0.1']] });
      const linkedFrom = 'http://localhost:1';
      assert.equal(await get(named(server, 'images.test'), { linkedFrom, resolve }), 200);
      assert.deepEqual(
        asked.filter((name) => name === 'images.test'),
        ['images.test'],
      );
    });
  });

  it('goes only to those addresses of a name that are allowed', async () => {
    await withServer([{ body: 'ok' }], async (server) => {
      const { resolve } = names({ 'images.test': [['10.0.0.1', '127.0.0.1']] });
      assert.equal(await get(named(server, 'images.test'), { linkedFrom: 'http://127.0.0.1:1', resolve }), 200);
    });
  });

  it('leads back to its service, wherever that is', async () => {
    await withServer([{ body: 'ok' }], async (server) => {
      const { resolve } = names({ 'gpu.test': [['127.0.0.1']], 'images.test': [['127.0.0.1']] });
      assert.equal(await get(named(server, 'gpu.test'), { linkedFrom: named(server, 'gpu.test'), resolve }), 200);
      assert.equal(await get(named(server, 'images.test'), { linkedFrom: 'http://gpu.test:9', resolve }), 200);
      assert.equal(await get(server.url, { linkedFrom: 'http://gpu.test:9', resolve }), 200);
    });
  });

  it('of a service in the network does not lead into this machine', async () => {
    await withServer([{ body: 'secret' }], async (server) => {
      const { resolve } = names({ 'gpu.test': [['192.168.1.5']] });
      await refused(get(server.url, { linkedFrom: 'http://gpu.test:9', resolve }));
      await refused(get(server.url, { linkedFrom: 'http://192.168.1.5', resolve }));
      assert.equal(server.received.length, 0);
    });
  });

  it('over https is looked at before anything is encrypted', async () => {
    await withServer(
      [{ body: 'ok' }],
      async (server) => {
        const { resolve } = names({ localhost: [['127.0.0.1']], 'service.test': [['93.184.216.34']] });
        const url = named(server, 'localhost');
        assert.equal(await get(url, { linkedFrom: 'http://127.0.0.1:1', resolve }), 200);
        await refused(get(url, { linkedFrom: 'https://service.test', resolve }));
        assert.equal(server.received.length, 1);
      },
      { tls: testCertificate },
    );
  });

  it('does not take a connection that was opened for something else', async () => {
    await withServer([{ body: 'ok' }], async (server) => {
      const { resolve } = names({ 'service.test': [['93.184.216.34']] });
      const host: Host = { env: {}, fetch: undefined, certificates: () => undefined, resolve };
      const transport = createUndiciTransport(directNetwork, host);
      const call = { method: 'GET', url: server.url, headers: {} } as const;
      await transport.send(call, never);
      await refused(transport.send({ ...call, linkedFrom: 'https://service.test' }, never));
      await transport.close();
      assert.equal(server.received.length, 1);
    });
  });

  it('to a name that nobody knows is a connection that fails', async () => {
    const { resolve } = names({});
    const failure = await failureOf(
      'offline',
      get('http://gone.test/', { linkedFrom: 'https://service.test', resolve }),
    );
    assert.equal(failure.problem, 'nameNotFound');
  });

  describe('through a proxy', () => {
    it('goes by its name', async () => {
      await withServer([{ body: 'ok' }], async (server) => {
        await withProxy({}, async (proxy) => {
          const { resolve, asked } = names({});
          const url = named(server, 'images.test');
          assert.equal(await get(url, { linkedFrom: 'http://service.test', resolve, proxy: proxy.url }), 200);
          assert.deepEqual(asked, []);
        });
      });
    });

    for (const name of [
      ...['10.0.0.1', '[fd00::1]', '[fe80::1]', '[::ffff:10.0.0.1]', '[64:ff9b::10.0.0.1]', '[2002:a00:1::]'],
      ...['169.254.169.254', 'printer.local', 'nas.lan', 'metadata.internal', 'router', 'wpad.', 'ip6-loopback'],
    ]) {
      it(`does not go to ${name}`, async () => {
        await withProxy({}, async (proxy) => {
          const { resolve } = names({ 'service.test': [['93.184.216.34']] });
          const given = { linkedFrom: 'https://service.test', resolve, proxy: proxy.url };
          await refused(get(`http://${name}/p.png`, given));
          await refused(get(`https://${name}/p.png`, given));
          assert.deepEqual(proxy.asked, []);
        });
      });
    }
  });

  describe("and the host's fetch", () => {
    const fetch = (): Promise<Response> => Promise.resolve(new Response('ok'));

    it('do not meet unless the service itself had to be asked that way', async () => {
      const { resolve } = names({});
      const given = { linkedFrom: 'https://service.test', resolve, host: { fetch } };
      await failureOf('offline', get('http://gone.test/', given));
    });

    it('meet where it had to, but not for addresses inside', async () => {
      const { resolve } = names({});
      const transport = createUndiciTransport(
        { ...directNetwork, proxySupport: 'override', proxy: 'http://127.0.0.1:9' },
        { env: {}, fetch, certificates: () => undefined, resolve },
      );
      const send = (url: string, more: object = {}): Promise<{ readonly status: number }> =>
        transport.send({ method: 'GET', url, headers: {}, ...more }, never);
      await send('http://service.test/');
      const linkedFrom = 'http://service.test';
      assert.equal((await send('http://images.test/', { linkedFrom })).status, 200);
      await refused(send('http://10.0.0.1/', { linkedFrom }));
      await transport.close();
    });
  });
});
