// From when on a picture may be billed, whatever comes afterwards.
import assert from 'node:assert/strict';
import type { FailureKind } from '../../../src/core/failure.ts';
import { hubAnswer, live } from './hubAnswer.ts';
import { failureOf, inferring, png } from './inferring.ts';
import { withServer, type Answer, type Step } from './scriptedServer.ts';

const denied: Answer = { status: 401, json: { error: 'Invalid credentials' } };
const busy: Answer = { status: 429, json: { error: 'Slow down' } };
const job = 'https://queue.fal.run/fal-ai/flux/requests/abc-1';
const accepted: Answer = { json: { status: 'IN_QUEUE', request_id: 'abc-1', response_url: job } };
const completed: Answer = { json: { status: 'COMPLETED' } };
const linked: Step = (response, { headers }) =>
  response.end(JSON.stringify({ data: [{ url: `http://${headers.host}/p.png` }] }));

interface Row {
  readonly name: string;
  readonly provider: 'fal-ai' | 'together' | 'replicate';
  readonly steps: readonly Step[];
  readonly kind: FailureKind;
}

const taken: readonly Row[] = [
  { name: 'a job whose token is turned away later', provider: 'fal-ai', steps: [accepted, denied], kind: 'badToken' },
  { name: 'a job that may not be asked about', provider: 'fal-ai', steps: [accepted, busy], kind: 'rateLimited' },
  {
    name: 'a job whose result is kept back',
    provider: 'fal-ai',
    steps: [accepted, completed, { status: 402, json: { error: 'No credit' } }],
    kind: 'noCredit',
  },
  {
    name: 'a picture that is made, and whose address does not answer',
    provider: 'together',
    steps: [linked, { status: 503 }],
    kind: 'providerDown',
  },
];

const free: readonly Row[] = [
  { name: 'a request without a right', provider: 'together', steps: [denied], kind: 'badToken' },
  { name: 'a service that is full', provider: 'together', steps: [busy], kind: 'rateLimited' },
  {
    name: 'a job that has failed at once for want of money',
    provider: 'replicate',
    steps: [{ json: { id: 'a', status: 'failed', error: 'Insufficient balance' } }],
    kind: 'noCredit',
  },
];

async function takenIn({ provider, steps, kind }: Row): Promise<number> {
  let count = 0;
  await withServer([hubAnswer({ [provider]: live('a/b') }), ...steps], async (server) => {
    const onTaken = (): void => {
      count += 1;
    };
    const tokens = { [server.url]: 'hf_secret12' };
    await failureOf(kind, inferring(server.url, { request: { provider }, tokens, onTaken }).image);
  });
  return count;
}

describe('what may be billed', () => {
  for (const row of taken) it(`is ${row.name}`, async () => assert.equal(await takenIn(row), 1));
  for (const row of free) it(`is not ${row.name}`, async () => assert.equal(await takenIn(row), 0));

  it('is a picture that is here', async () => {
    let count = 0;
    await withServer([{ body: png }], async (server) => {
      await inferring(server.url, { onTaken: () => (count += 1) }).image;
    });
    assert.equal(count, 1);
  });
});
