/** What services answer instead of a picture (and how they wrap one), over real HTTP: one row each. */
import assert from 'node:assert/strict';
import { deflateRawSync, deflateSync, gzipSync, brotliCompressSync } from 'node:zlib';
import type { Failure, FailureKind } from '../../../src/core/failure.ts';
import { failureOf, inferring, model, png } from './inferring.ts';
import { withServer, type Answer } from './scriptedServer.ts';

interface Row {
  readonly name: string;
  readonly answer: Answer;
  readonly kind: FailureKind;
  /** Members that the failure must have. */
  readonly has?: Readonly<Record<string, unknown>>;
}

const html = { 'content-type': 'text/html; charset=utf-8' };
const page = (title: string): string =>
  `<!DOCTYPE html>\n<html><head><title>${title}</title></head><body>…</body></html>`;
const gone =
  'https://api-inference.huggingface.co is no longer supported. Please use https://router.huggingface.co instead.';
const rejected = (detail: string, status = 400): Readonly<Record<string, unknown>> => ({
  problem: { type: 'rejected', detail, status },
});

const rows: readonly Row[] = [
  // 400
  {
    name: '400, a text',
    answer: { status: 400, json: { error: 'Bad height' } },
    kind: 'invalidRequest',
    has: rejected('Bad height'),
  },
  {
    name: '400, a list',
    answer: { status: 400, json: { error: ['width is too large', 'height is too large'] } },
    kind: 'invalidRequest',
    has: { detail: /width is too large.*height is too large/ },
  },
  {
    name: '400, an object',
    answer: { status: 400, json: { error: { message: 'Invalid size', type: 'x', param: 'size', code: 'y' } } },
    kind: 'invalidRequest',
    has: rejected('Invalid size'),
  },
  {
    name: '400 with warnings',
    answer: { status: 400, json: { error: 'Bad parameters', warnings: ['unknown scheduler', 'and more'] } },
    kind: 'invalidRequest',
    has: { detail: /Bad parameters.*unknown scheduler.*and more/ },
  },
  {
    name: '400, not served by this provider',
    answer: { status: 400, json: { error: 'Model not supported by provider hf-inference' } },
    kind: 'modelNotServed',
    has: { model, provider: 'hf-inference' },
  },
  // 401 to 410
  {
    name: '401, without a token',
    answer: { status: 401, json: { error: 'Invalid username or password.' } },
    kind: 'noToken',
  },
  {
    name: '402',
    answer: { status: 402, json: { error: 'You have depleted your monthly included credits. …' } },
    kind: 'noCredit',
  },
  {
    name: '403, permissions',
    answer: {
      status: 403,
      json: {
        error:
          'This authentication method does not have sufficient permissions to call Inference Providers on behalf of user x',
      },
    },
    kind: 'forbidden',
    has: { gatedModel: undefined },
  },
  {
    name: '403, a gated model',
    answer: {
      status: 403,
      json: { error: 'Access to model a/b is restricted and you are not in the authorized list.' },
    },
    kind: 'forbidden',
    has: { gatedModel: model },
  },
  {
    name: '404, JSON',
    answer: { status: 404, json: { error: 'Model x/y does not exist' } },
    kind: 'modelMissing',
    has: { model },
  },
  {
    name: '404, text',
    answer: { status: 404, body: 'Not Found', headers: { 'content-type': 'text/plain' } },
    kind: 'modelMissing',
  },
  { name: '410', answer: { status: 410, json: { error: gone } }, kind: 'modelNotServed', has: { detail: gone } },
  // 422
  {
    name: '422, a list of problems',
    answer: { status: 422, json: { detail: [{ loc: ['body', 'height'], msg: 'Field required' }] } },
    kind: 'invalidRequest',
    has: { detail: /body.height.*Field required/ },
  },
  {
    name: '422, a text',
    answer: { status: 422, json: { detail: 'Too long' } },
    kind: 'invalidRequest',
    has: rejected('Too long', 422),
  },
  {
    name: '422, problem+json',
    answer: {
      status: 422,
      headers: { 'content-type': 'application/problem+json' },
      body: '{"title":"Unprocessable","detail":"Invalid parameters","invalid_fields":[{"name":"steps","reason":"too many"}]}',
    },
    kind: 'invalidRequest',
    has: { detail: /Invalid parameters.*steps: too many/ },
  },
  {
    name: '422, plain text',
    answer: { status: 422, body: 'steps must be at most 4', headers: { 'content-type': 'text/plain' } },
    kind: 'invalidRequest',
    has: rejected('steps must be at most 4', 422),
  },
  { name: '413', answer: { status: 413, body: '' }, kind: 'invalidRequest' },
  // 429
  {
    name: '429 without a time',
    answer: { status: 429, json: { error: 'Rate limit reached.' } },
    kind: 'rateLimited',
    has: { retryAfterSeconds: undefined },
  },
  {
    name: '429, a page',
    answer: { status: 429, headers: html, body: page('429 Too Many Requests') },
    kind: 'rateLimited',
    has: { detail: '429 Too Many Requests' },
  },
  {
    name: '429, far away',
    answer: { status: 429, headers: { 'retry-after': '3600' } },
    kind: 'rateLimited',
    has: { retryAfterSeconds: 3600 },
  },
  {
    name: '429, the credits',
    answer: { status: 429, json: { error: 'You have exceeded your monthly included credits' } },
    kind: 'noCredit',
  },
  // 5xx
  {
    name: '500 with warnings',
    answer: { status: 500, json: { error: 'unknown error', warnings: ['CUDA out of memory'] } },
    kind: 'providerDown',
    has: { detail: /unknown error.*CUDA out of memory/ },
  },
  {
    name: '500, a code word and the real reason',
    answer: { status: 500, json: { error: 'server_error', message: 'the real reason' } },
    kind: 'providerDown',
    has: { detail: 'the real reason' },
  },
  {
    name: '500, nothing at all',
    answer: { status: 500 },
    kind: 'providerDown',
    has: { detail: 'Internal Server Error' },
  },
  {
    name: '502, a page',
    answer: { status: 502, headers: html, body: page('502 Bad Gateway') },
    kind: 'providerDown',
    has: { detail: '502 Bad Gateway' },
  },
  {
    name: '504, a page',
    answer: { status: 504, headers: html, body: page('504 Gateway Time-out') },
    kind: 'providerDown',
    has: { detail: '504 Gateway Time-out' },
  },
  {
    name: 'errors[]',
    answer: { status: 500, json: { errors: [{ message: 'one' }, { message: 'two' }] } },
    kind: 'providerDown',
    has: { detail: /one.*two/ },
  },
  {
    name: 'a title',
    answer: { status: 500, json: { title: 'Broken' } },
    kind: 'providerDown',
    has: { detail: 'Broken' },
  },
  {
    name: 'a header',
    answer: { status: 500, headers: { 'x-error-message': 'In the header' } },
    kind: 'providerDown',
    has: { detail: 'In the header' },
  },
  // Refusals
  {
    name: '400, the filter',
    answer: { status: 400, json: { error: 'NSFW content detected' } },
    kind: 'refused',
    has: { reason: 'filter' },
  },
  {
    name: '200, the filter',
    answer: { json: { error: 'Your request was flagged by our content moderation' } },
    kind: 'refused',
  },
  {
    name: '422, the filter',
    answer: { status: 422, json: { detail: 'The prompt was rejected by the safety checker' } },
    kind: 'refused',
  },
  // 200, but no picture
  {
    name: '200, a page',
    answer: { headers: html, body: page('Hotel Wi-Fi') },
    kind: 'badReply',
    has: { problem: 'html', detail: 'Hotel Wi-Fi' },
  },
  {
    name: '200, a page that says image/png',
    answer: { headers: { 'content-type': 'image/png' }, body: page('Hotel Wi-Fi') },
    kind: 'badReply',
    has: { problem: 'html' },
  },
  {
    name: '200, empty',
    answer: { headers: { 'content-type': 'image/png' } },
    kind: 'badReply',
    has: { problem: 'empty' },
  },
  { name: '204', answer: { status: 204 }, kind: 'badReply', has: { problem: 'empty', detail: undefined } },
  {
    name: '200 with an error',
    answer: { json: { error: 'It went wrong' } },
    kind: 'badReply',
    has: { problem: 'json', detail: 'It went wrong' },
  },
  {
    name: '200, JSON as a picture',
    answer: { headers: { 'content-type': 'image/png' }, body: '{"ok":true}' },
    kind: 'badReply',
    has: { problem: 'json' },
  },
  {
    name: '200, a text',
    answer: { headers: { 'content-type': 'text/plain' }, body: 'all is well' },
    kind: 'badReply',
    has: { detail: 'all is well' },
  },
];

describe('what services answer', () => {
  for (const { name, answer, kind, has = {} } of rows) {
    it(`${name}: ${kind}`, async () => {
      const tagged = { ...answer, headers: { 'x-request-id': 'r-7', ...answer.headers } };
      await withServer([tagged], async (server) => {
        const failure: Failure = await failureOf(kind, inferring(server.url).image);
        const said =
          kind === 'invalidRequest' && 'problem' in failure && typeof failure.problem === 'object'
            ? failure.problem
            : failure;
        const wanted = 'problem' in has && typeof has.problem === 'object' ? { ...has.problem } : has;
        for (const [key, value] of Object.entries(wanted)) {
          const actual = (said as unknown as Record<string, unknown>)[key];
          if (value instanceof RegExp) assert.match(String(actual), value);
          else assert.deepEqual(actual, value, key);
        }
        if (kind !== 'noToken') {
          assert.ok('service' in said);
          assert.equal(said.service, server.host);
          assert.equal(said.status, answer.status ?? 200);
          assert.equal(said.requestId, 'r-7');
        }
        // The Hub is here as well: it is asked what could be used instead.
        assert.equal(server.received.filter(({ method }) => method === 'POST').length, 1, 'asked once');
      });
    });
  }

  it("keeps a service's words short, on one line and without control characters", async () => {
    const words = `one\ntwo\u0000\u001b[31m three \u202e${'x'.repeat(5_000)} [click](command:evil)`;
    await withServer([{ status: 500, json: { error: words } }], async (server) => {
      const { detail = '' } = await failureOf('providerDown', inferring(server.url).image);
      assert.ok(detail.startsWith('one two'), detail);
      assert.ok(detail.length <= 500);
      // eslint-disable-next-line no-control-regex
      assert.doesNotMatch(detail, /[\u0000-\u001f\u007f\u202e]/);
    });
  });

  describe('wrapped pictures', () => {
    const base64 = Buffer.from(png).toString('base64');
    const wrapped: Readonly<Record<string, Answer>> = {
      'raw bytes': { body: png },
      'raw bytes that are said to be JSON': { body: png, headers: { 'content-type': 'application/json' } },
      'a JSON string': { json: base64 },
      'a data address': { json: `data:image/png;base64,${base64}` },
      'images[]': { json: { images: [base64] } },
      image: { json: { image: base64 } },
      'data[].b64_json': { json: { data: [{ b64_json: base64 }] } },
      'a list of objects': { json: [{ generated_image: base64 }] },
      'base64 as text': { body: base64, headers: { 'content-type': 'text/plain' } },
      gzip: { body: gzipSync(png), headers: { 'content-encoding': 'gzip' } },
      br: { body: brotliCompressSync(png), headers: { 'content-encoding': 'br' } },
      deflate: { body: deflateSync(png), headers: { 'content-encoding': 'deflate' } },
      'raw deflate': { body: deflateRawSync(png), headers: { 'content-encoding': 'deflate' } },
      'gzip in br': { body: brotliCompressSync(gzipSync(png)), headers: { 'content-encoding': 'gzip, br' } },
      'a JSON string in gzip': { body: gzipSync(JSON.stringify(base64)), headers: { 'content-encoding': 'gzip' } },
      'status 201': { status: 201, body: png },
    };
    for (const [name, answer] of Object.entries(wrapped)) {
      it(`comes out of ${name}`, async () => {
        await withServer([answer], async (server) => {
          const { bytes } = await inferring(server.url).image;
          assert.deepEqual(Buffer.from(bytes), Buffer.from(png));
        });
      });
    }

    it('brings a seed of 64 bits exactly', async () => {
      const body = `{"note":"seed: 99999999999999999999, or \\"seed\\":88888888888888888888","images":["${base64}"],"seed":16357541570974532000}`;
      await withServer([{ body, headers: { 'content-type': 'application/json' } }], async (server) => {
        const image = await inferring(server.url, { request: { parameters: { seed: '1' } } }).image;
        assert.equal(image.seed, '16357541570974532000');
      });
    });

    it('takes a large one in base64', async () => {
      const large = Buffer.concat([png, Buffer.alloc(9_000_000, 7)]);
      await withServer([{ json: { images: [large.toString('base64')] } }], async (server) => {
        const { bytes } = await inferring(server.url).image;
        assert.ok(large.equals(bytes));
      });
    });
  });
});
