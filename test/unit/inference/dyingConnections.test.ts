// Connections that die at every stage, while a picture is asked for, waited for and fetched. A picture that may have
// been made is never asked for twice; what costs nothing is tried again.
import assert from 'node:assert/strict';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Failure } from '../../../src/core/failure.ts';
import { isImageFailure } from '../../../src/core/failure.ts';
import { hubAnswer, live } from './hubAnswer.ts';
import { failureOf, inferring, png, type Inferring } from './inferring.ts';
import { withServer, type Answer, type ScriptedServer, type Step } from './scriptedServer.ts';

const zipped = gzipSync(Buffer.alloc(10_000, 'picture'));

/** Sends the first half of an answer, then ends the connection in good order. */
function half(headers: Readonly<Record<string, string>>, body: Uint8Array): Step {
  return (response) => {
    response.writeHead(200, headers);
    response.write(body.subarray(0, Math.ceil(body.length / 2)), () => response.socket?.end());
  };
}

/** By hand, as Node would not send them. */
const raw =
  (text: string): Step =>
  (_, { socket }) =>
    void socket.end(text);

const inMidBody: Readonly<Record<string, Step>> = {
  'before the length that was told': half({ 'content-length': '1000' }, png),
  'between two chunks': half({}, png),
  'within a chunk': raw('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n100\r\nhalf'),
  'in the middle of a gzip': half({ 'content-encoding': 'gzip', 'content-length': String(zipped.length) }, zipped),
  'in the middle of a gzip in chunks': half({ 'content-encoding': 'gzip' }, zipped),
  'by a reset': (response, { socket }) => {
    response.writeHead(200, { 'content-length': '1000' });
    response.write(png, () => socket.resetAndDestroy());
  },
};

const beforeTheBody: Readonly<Record<string, Step>> = {
  'before a word': (_, { socket }) => void socket.end(),
  'before a word, by a reset': (_, { socket }) => void socket.resetAndDestroy(),
  'in the status line': raw('HTTP/1.1 20'),
  'between two headers': raw('HTTP/1.1 200 OK\r\nContent-Length: 8\r\nContent-Ty'),
};

const deaths = { ...inMidBody, ...beforeTheBody };

const postsTo = ({ received }: ScriptedServer): number => received.filter(({ method }) => method === 'POST').length;

async function failureIn(image: Promise<unknown>): Promise<Failure> {
  const error = await image.then(
    () => assert.fail('It was expected to fail.'),
    (reason: unknown) => reason,
  );
  if (!isImageFailure(error)) throw error;
  return error.failure;
}

describe('a connection that dies', () => {
  describe('while the picture is being sent', () => {
    for (const [name, death] of Object.entries(deaths)) {
      it(`${name} is told as that, and the picture is not asked for again`, async () => {
        await withServer([death, { body: png }], async (server) => {
          const failure = await failureIn(inferring(server.url).image);
          const problem = 'problem' in failure && failure.problem;
          assert.deepEqual(
            [failure.kind, problem],
            name in inMidBody ? ['badReply', 'truncated'] : ['offline', 'reset'],
          );
          assert.equal(postsTo(server), 1);
        });
      });
    }

    it('is no reason to ask another provider: this one may have made it', async () => {
      for (const death of Object.values(deaths)) {
        const hub = hubAnswer({ together: live('a/b'), nscale: live('c/d') });
        await withServer([hub, death, { body: png }], async (server) => {
          await failureIn(inferring(server.url, { request: { provider: 'auto' } }).image);
          assert.equal(postsTo(server), 1);
        });
      }
    });
  });

  describe('on the way to a picture that is linked', () => {
    const together: Inferring = { request: { provider: 'together' } };
    const hub = hubAnswer({ together: live('a/b') });
    const linked: Step = (response, { headers }) =>
      response.end(JSON.stringify({ data: [{ url: `http://${headers.host}/p.png` }] }));

    for (const [name, death] of Object.entries(deaths)) {
      it(`${name} costs a moment and nothing else`, async () => {
        await withServer([hub, linked, death, death, { body: png }], async (server) => {
          const { bytes } = await inferring(server.url, together).image;
          assert.deepEqual(Buffer.from(bytes), Buffer.from(png));
          assert.equal(postsTo(server), 1);
          assert.equal(server.received.filter(({ path }) => path === '/p.png').length, 3);
        });
      });
    }

    it('again and again is told in the end', async () => {
      await withServer([hub, linked, inMidBody['by a reset'] ?? {}], async (server) => {
        const failure = await failureOf('badReply', inferring(server.url, together).image);
        assert.equal(failure.problem, 'truncated');
        assert.equal(postsTo(server), 1);
      });
    });
  });

  describe('while a job is waited for', () => {
    const fal: Inferring = { request: { provider: 'fal-ai' } };
    const hub = hubAnswer({ 'fal-ai': live('fal-ai/flux/dev') });
    const job = 'https://queue.fal.run/fal-ai/flux/requests/one';
    const accepted: Answer = { json: { request_id: 'one', response_url: job, status: 'IN_QUEUE' } };
    const completed: Answer = { json: { status: 'COMPLETED', response_url: job } };
    const result: Step = (response, { headers }) =>
      response.end(JSON.stringify({ images: [{ url: `http://${headers.host}/p.png` }] }));

    for (const [name, death] of Object.entries(deaths)) {
      it(`${name} does not end the waiting`, async () => {
        const steps = [hub, accepted, death, completed, death, result, death, { body: png }];
        await withServer(steps, async (server) => {
          await inferring(server.url, fal).image;
          assert.equal(postsTo(server), 1);
          assert.equal(server.received.length, steps.length);
        });
      });
    }

    it('before the job has a name is told, and the job is not handed in again', async () => {
      for (const death of Object.values(deaths)) {
        await withServer([hub, death, accepted], async (server) => {
          await failureIn(inferring(server.url, fal).image);
          assert.equal(postsTo(server), 1);
        });
      }
    });
  });

  describe('while it is being encrypted', () => {
    for (const [name, die] of Object.entries<(socket: Socket) => void>({
      'at the first word': (socket) => void socket.once('data', () => socket.destroy()),
      'by a reset': (socket) => void socket.once('data', () => socket.resetAndDestroy()),
      'before it': (socket) => void socket.destroy(),
      // The head of a TLS record and nothing of what it announces.
      'in the middle of the answer': (socket) =>
        void socket.once('data', () => socket.end(Buffer.from('160303', 'hex'))),
      'by a service that speaks no TLS': (socket) =>
        void socket.once('data', () => socket.end('HTTP/1.1 400 Bad\r\n\r\n')),
    })) {
      it(`${name} is told as offline, and not a word of the prompt was sent`, async () => {
        const heard: Buffer[] = [];
        const server = createServer((socket) => {
          socket.on('data', (data) => heard.push(data)).on('error', () => undefined);
          die(socket);
        });
        const { port } = await listening(server);
        try {
          await failureOf('offline', inferring(`https://127.0.0.1:${port}`).image);
          assert.ok(!Buffer.concat(heard).includes('lighthouse'));
        } finally {
          server.close();
        }
      });
    }
  });
});

async function listening(server: Server): Promise<AddressInfo> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server.address() as AddressInfo;
}
