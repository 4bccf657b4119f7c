// A proxy that people really run, and networks where it is the only way out, or where there is IPv6 alone.
import assert from 'node:assert/strict';
import { whyNoNamespaces } from './namespace.ts';
import { modelPath, openLab, proxyAt, proxyUrl as proxy, serviceAt, type Lab } from './lab.ts';
import type { Outcome } from './client.ts';
import { nodeWithSystemCertificates } from './nodeWithSystemCertificates.ts';

const missing = whyNoNamespaces();

/** What failed, in short: `offline proxy 407`. */
function failureIn({ failure }: Outcome): string {
  assert.ok(failure, 'It was expected to fail.');
  if (failure.kind === 'offline') return `offline ${failure.problem} ${failure.code}`;
  return failure.kind === 'badReply' ? `badReply ${failure.problem}` : failure.kind;
}

function assertPicture({ bytes, failure }: Outcome): void {
  assert.equal(bytes, 8, JSON.stringify(failure));
}

describe(`networks of their own${missing === undefined ? '' : ` (left out: ${missing})`}`, function () {
  this.timeout(60_000);
  let lab: Lab;
  let http = '';
  let https = '';

  before(async function () {
    if (missing !== undefined) return this.skip();
    lab = await openLab();
    http = `http://service.test:${lab.ports.http}`;
    https = `https://service.test:${lab.ports.https}`;
  });
  after(() => lab?.close());
  beforeEach(() => lab.heard());

  const { user, password, v4, v6 } = proxyAt;
  const header = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const trusting = (): { readonly env: Readonly<Record<string, string>> } => ({
    env: { NODE_EXTRA_CA_CERTS: lab.certificateFile },
  });

  describe('with tinyproxy as the only way out', () => {
    it('nothing goes past it', async () => {
      const byName = await lab.behindProxy({ service: http });
      const byAddress = await lab.behindProxy({ service: `http://${serviceAt.v4}:${lab.ports.http}` });
      assert.match(failureIn(byName), /^offline nameNotFound/);
      assert.equal(failureIn(byAddress), 'offline unreachable ENETUNREACH');
      assert.deepEqual((await lab.heard()).received, []);
    });

    it('a picture comes over http, and the service never sees the password', async () => {
      assertPicture(await lab.behindProxy({ service: http, network: { proxy } }));
      const { proxied, received } = await lab.heard();
      assert.deepEqual(proxied, [`POST ${http}${modelPath}`]);
      assert.deepEqual(
        received.map(({ proxyAuthorization }) => proxyAuthorization),
        [null],
      );
    });

    it('a picture comes over https, through a tunnel', async () => {
      assertPicture(await lab.behindProxy({ service: https, network: { proxy } }, trusting()));
      const { proxied, received } = await lab.heard();
      assert.deepEqual(proxied, [`CONNECT service.test:${lab.ports.https}`]);
      assert.deepEqual(
        received.map(({ secure, proxyAuthorization }) => [secure, proxyAuthorization]),
        [[true, null]],
      );
    });

    it('a picture that is linked comes the same way', async () => {
      assertPicture(await lab.behindProxy({ service: https, provider: 'together', network: { proxy } }, trusting()));
      const { proxied, received } = await lab.heard();
      assert.deepEqual(received.at(-1)?.asked, 'GET /files/p.png');
      assert.ok(proxied.length > 0 && proxied.every((one) => one.startsWith('CONNECT service.test')));
    });

    it('the password may stand in the setting for it, or all of it in the environment', async () => {
      const network = { proxy: `http://${v4}`, proxyAuthorization: header };
      assertPicture(await lab.behindProxy({ service: http, network }));
      assertPicture(await lab.behindProxy({ service: http }, { env: { HTTP_PROXY: proxy } }));
      assertPicture(await lab.behindProxy({ service: https }, { env: { ...trusting().env, https_proxy: proxy } }));
    });

    it('the proxy may be reached by IPv6', async () => {
      const network = { proxy: `http://${user}:${password}@${v6}` };
      assertPicture(await lab.behindProxy({ service: http, network }));
      assertPicture(await lab.behindProxy({ service: https, network }, trusting()));
    });

    for (const [name, wrong] of [
      ['a wrong password', `http://${user}:wr0ng@${v4}`],
      ['no password', `http://${v4}`],
    ] as const) {
      it(`${name} is told as that, and nothing reaches the service`, async () => {
        for (const service of [http, https]) {
          const outcome = await lab.behindProxy({ service, network: { proxy: wrong } }, trusting());
          assert.match(failureIn(outcome), /^offline proxy 40[17]$/);
          assert.ok(!JSON.stringify(outcome).includes('wr0ng'));
        }
        assert.deepEqual((await lab.heard()).received, []);
      });
    }

    it('this machine itself is reached past it', async () => {
      for (const here of ['127.0.0.1', '::1', '127.0.0.1 localhost', '::1 localhost']) {
        assertPicture(await lab.behindProxy({ service: `here ${here}`, network: { proxy } }));
      }
      assert.deepEqual((await lab.heard()).proxied, []);
    });

    it('a connection that dies in mid-body is told as that, and nothing is asked for twice', async () => {
      for (const service of [`${http}/cut`, `${https}/cut`]) {
        const outcome = await lab.behindProxy({ service, network: { proxy } }, trusting());
        assert.equal(failureIn(outcome), 'badReply truncated');
        const { received } = await lab.heard();
        assert.deepEqual(
          received.map(({ asked }) => asked),
          [`POST /cut${modelPath}`],
        );
      }
    });

    it('a service that cannot be reached from there is not called a picture', async () => {
      const gone = await lab.behindProxy({ service: 'https://gone.test', network: { proxy } });
      assert.match(failureIn(gone), /^offline proxy 50\d$/);
    });
  });

  describe('with a certificate authority of their own', () => {
    it('it is not trusted by itself, and nothing is sent', async () => {
      const outcome = await lab.behindProxy({ service: https, network: { proxy } });
      assert.match(failureIn(outcome), /^offline certificate /);
      assert.deepEqual((await lab.heard()).received, []);
    });

    it('certificates go unchecked behind a proxy where the user says so', async () => {
      assertPicture(await lab.behindProxy({ service: https, network: { proxy, proxyStrictSSL: false } }));
    });

    const node = nodeWithSystemCertificates();
    it(`it is trusted where the system does${node === undefined ? ' (left out: needs Node 22.15)' : ''}`, async function () {
      if (node === undefined) return this.skip();
      const system = { SSL_CERT_FILE: lab.certificateFile };
      assertPicture(await lab.behindProxy({ service: https, network: { proxy } }, { node, env: system }));
      assertPicture(await lab.withIpv6({ service: https }, { node, env: system }));
      const without = { proxy, systemCertificates: false };
      assert.match(
        failureIn(await lab.behindProxy({ service: https, network: without }, { node, env: system })),
        /^offline certificate /,
      );
    });
  });

  describe('with IPv6 alone', () => {
    it('a picture comes by a name, by an address, and linked', async () => {
      for (const service of [http, `http://[fd88:3::1]:${lab.ports.http}`]) {
        assertPicture(await lab.withIpv6({ service }));
        assertPicture(await lab.withIpv6({ service, provider: 'together' }));
      }
      assertPicture(await lab.withIpv6({ service: https, provider: 'together' }, trusting()));
    });

    it('a name that has an IPv4 address too leads there all the same', async () => {
      assertPicture(await lab.withIpv6({ service: `http://both.test:${lab.ports.http}`, provider: 'together' }));
    });

    it('this machine is reached by its address and its name', async () => {
      assertPicture(await lab.withIpv6({ service: 'here ::1' }));
      assertPicture(await lab.withIpv6({ service: 'here ::1 localhost' }));
    });

    it('an address that only IPv4 has is told as out of reach', async () => {
      const outcome = await lab.withIpv6({ service: `http://${serviceAt.v4}:${lab.ports.http}` });
      assert.equal(failureIn(outcome), 'offline unreachable ENETUNREACH');
    });
  });
});
