// Pictures at addresses: fetched at once, without the token, and only from where an answer may lead.
import assert from 'node:assert/strict';
import { hubAnswer, live } from './hubAnswer.ts';
import { failureOf, inferring, png, type Inferring } from './inferring.ts';
import { startServer, withServer, type Answer, type ScriptedServer, type Step } from './scriptedServer.ts';

const together: Inferring = { request: { provider: 'together' } };
const hub = hubAnswer({ together: live('a/b') });
const picture: Answer = { body: png };

/** The provider answers with that address; `{here}` is the server's own. */
const linkTo =
  (url: string): Step =>
  (response, { headers }) =>
    response.end(JSON.stringify({ data: [{ url: url.replace('{here}', `http://${headers.host}`) }] }));

const linked = linkTo('{here}/files/p.png?signature=a%2Fb&expires=9');

const fetches = ({ received }: ScriptedServer): readonly string[] => received.slice(2).map(({ path }) => path);

describe('a picture at an address', () => {
  it('is fetched with its signature and without the token, who pays, or a word of the prompt', async () => {
    await withServer([hub, linked, picture], async (server) => {
      const tokens = { [server.url]: 'hf_secret12' };
      const image = await inferring(server.url, { ...together, tokens, settings: { billTo: 'my-org' } }).image;
      assert.deepEqual(Buffer.from(image.bytes), Buffer.from(png));
      const [, , get] = server.received;
      assert.equal(get?.path, '/files/p.png?signature=a%2Fb&expires=9');
      assert.equal(get.method, 'GET');
      assert.equal(get.body, '');
      assert.ok(!JSON.stringify(get.headers).includes('hf_secret12'));
      assert.equal(get.headers['x-hf-bill-to'], undefined);
    });
  });

  it('is what its bytes are, whatever it is called', async () => {
    await withServer([hub, linked, { body: png, headers: { 'content-type': 'text/html' } }], async (server) => {
      assert.deepEqual(Buffer.from((await inferring(server.url, together).image).bytes), Buffer.from(png));
    });
  });

  for (const status of [401, 403, 404, 410]) {
    it(`that has expired is told as that: ${status}`, async () => {
      const expired = { status, body: '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>' };
      await withServer([hub, linked, expired], async (server) => {
        const failure = await failureOf('badReply', inferring(server.url, together).image);
        assert.equal(failure.problem, 'linkGone');
        assert.equal(failure.status, status);
        assert.equal(server.received.length, 3);
      });
    });
  }

  it('is no page and no message', async () => {
    for (const [body, problem] of [
      ['<html><title>Sign in</title></html>', 'html'],
      ['{"error":"no"}', 'json'],
    ] as const) {
      await withServer([hub, linked, { body }], async (server) => {
        assert.equal((await failureOf('badReply', inferring(server.url, together).image)).problem, problem);
      });
    }
  });

  it('that does not come at first is fetched again: it is paid for', async () => {
    const cut: Step = (response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write(png, () => response.socket?.end());
    };
    const reset: Step = (_, { socket }) => socket.resetAndDestroy();
    for (const trouble of [{ status: 503 }, { status: 500 }, {}, cut, reset]) {
      await withServer([hub, linked, trouble, trouble, picture], async (server) => {
        const asked = inferring(server.url, together);
        await asked.image;
        assert.equal(server.received.filter(({ method }) => method === 'POST').length, 1);
        assert.ok(asked.slept.every((pause) => pause >= 1_000));
      });
    }
    await withServer([hub, linked, { status: 500 }], async (server) => {
      await failureOf('providerDown', inferring(server.url, together).image);
      assert.ok(server.received.length <= 8);
    });
  });

  it('is given up when the user does not want it any more', async () => {
    await withServer([hub, linked, () => undefined], async (server) => {
      const user = new AbortController();
      const asked = inferring(server.url, { ...together, signal: user.signal });
      const get = await server.arrival(2);
      user.abort();
      await failureOf('cancelled', asked.image);
      assert.equal(await get.answered, false);
    });
  });

  it('may have moved, three times', async () => {
    const to = (location: string): Answer => ({ status: 302, headers: { location } });
    await withServer([hub, linked, to('/2'), to('3'), to('/x/4?a=b'), picture], async (server) => {
      await inferring(server.url, together).image;
      assert.deepEqual(fetches(server).slice(1), ['/2', '/3', '/x/4?a=b']);
    });
    await withServer([hub, linked, to('/again')], async (server) => {
      assert.equal((await failureOf('badReply', inferring(server.url, together).image)).problem, 'redirect');
      assert.equal(server.received.length, 6);
    });
  });

  for (const url of [
    'ftp://example.com/p.png',
    'file:///etc/passwd',
    'http://user:pa55word@example.com/p.png',
    'http://10.0.0.1/p.png',
    'http://192.168.1.1/p.png',
    'http://169.254.169.254/latest/meta-data',
    'http://100.64.0.1/',
    'http://[fe80::1]/p.png',
    'http://[fd00::1]/p.png',
    'http://[64:ff9b::10.0.0.1]/p.png',
    'http://[2002:a00:1::]/p.png',
    'http://[fe80::1%25eth0]/p.png',
    'http://0.0.0.0/p.png',
    'http://[::]/p.png',
    'http://[::ffff:10.0.0.1]/p.png',
    'http://[::ffff:a00:1]/p.png',
    'http://3232235777/p.png',
    'http://0x7f.0.0.1.nip.example:80@10.0.0.1/',
  ]) {
    it(`is not fetched from ${url}`, async () => {
      await withServer([hub, linkTo(url)], async (server) => {
        const { image } = inferring(server.url, together);
        const error = await image.catch((reason: unknown) => reason);
        const { problem } = await failureOf('badReply', image);
        assert.ok(['linkRefused', 'empty'].includes(problem), problem);
        assert.ok(!String(error).includes('pa55word'));
        assert.equal(server.received.length, 2);
      });
    });

    it(`is not followed to ${url}`, async () => {
      await withServer([hub, linked, { status: 302, headers: { location: url } }], async (server) => {
        assert.equal((await failureOf('badReply', inferring(server.url, together).image)).problem, 'linkRefused');
        assert.equal(server.received.length, 3);
      });
    });
  }

  it('is fetched from a machine that has IPv6 alone', async function () {
    const six = await startServer([hub, linked, picture], { address: '::1' }).catch(() => this.skip());
    try {
      await inferring(six.url, together).image;
      assert.equal(six.received.length, 3);
    } finally {
      await six.close();
    }
  });

  it('on this machine is fetched where the service itself is here', async () => {
    await withServer([picture], async (files) => {
      await withServer([hub, linkTo(`${files.url}/p.png`)], async (server) => {
        await inferring(server.url, together).image;
        assert.equal(files.received.length, 1);
      });
    });
  });
});
