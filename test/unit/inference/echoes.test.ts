// Services repeat the request in what they say: the user's own words are no evidence of what went wrong.
import assert from 'node:assert/strict';
import type { FailureKind } from '../../../src/core/failure.ts';
import type { ParameterValues } from '../../../src/core/parameters.ts';
import { hubAnswer, live } from './hubAnswer.ts';
import { failureOf, inferring } from './inferring.ts';
import { withServer, type Answer, type Step } from './scriptedServer.ts';

interface Row {
  readonly prompt: string;
  readonly parameters?: ParameterValues;
  readonly model?: string;
  readonly answer: Answer;
  readonly kind: FailureKind;
}

const glass = 'please top up my glass';
const says = (status: number, error: string): Answer => ({ status, json: { error } });
const long = `${'a very long road through the hills, '.repeat(30)}and at its end the nsfw content of a bin`;

const echoes: readonly Row[] = [
  { prompt: glass, answer: says(400, `Could not make a picture of "${glass}"`), kind: 'invalidRequest' },
  { prompt: glass, answer: says(400, `Could not make a picture of ${glass}, sorry`), kind: 'invalidRequest' },
  { prompt: glass, answer: says(400, `Bad prompt: '${glass.toUpperCase()}'`), kind: 'invalidRequest' },
  { prompt: glass, answer: says(400, 'Bad prompt: "please top up m..." (422)'), kind: 'invalidRequest' },
  { prompt: glass, answer: says(400, 'Bad prompt: please top up…'), kind: 'invalidRequest' },
  { prompt: glass, answer: { status: 422, json: { input: { prompt: glass } } }, kind: 'invalidRequest' },
  {
    prompt: 'the sign says "please top up"\nand nothing else',
    answer: says(400, 'Invalid: {"prompt": "the sign says \\"please top up\\"\\nand nothing else"}'),
    kind: 'invalidRequest',
  },
  {
    prompt: 'Die Tür: please top up',
    answer: says(400, String.raw`Invalid: {"prompt": "Die T\u00fcr: please top up"}`),
    kind: 'invalidRequest',
  },
  {
    prompt: "it's written: please top up",
    answer: { status: 400, body: '<html><title>No: it&#39;s written: please top up</title></html>' },
    kind: 'invalidRequest',
  },
  {
    prompt: 'a cat',
    parameters: { negativePrompt: ['nsfw content', 'safety filter'] },
    answer: says(400, 'Unknown field negative_prompt: "nsfw content, safety filter"'),
    kind: 'invalidRequest',
  },
  {
    prompt: long,
    answer: says(400, `CLIP has cut the end off: ['${long.slice(-60)}']`),
    kind: 'invalidRequest',
  },
  { prompt: 'content policy', answer: says(500, 'Failed for "content policy"'), kind: 'providerDown' },
  { prompt: 'a cat', model: 'cats/restricted', answer: says(403, 'Not you: cats/restricted'), kind: 'forbidden' },
];

/** What a service says itself, although the prompt has some of the same words. */
const own: readonly Row[] = [
  { prompt: glass, answer: says(400, 'Please top up your account'), kind: 'noCredit' },
  { prompt: glass, answer: says(400, `No picture of "${glass}": insufficient balance`), kind: 'noCredit' },
  { prompt: glass, answer: says(400, `No "${glass}" for you. Please top up!`), kind: 'noCredit' },
  { prompt: 'credits', answer: says(400, 'You are out of credits'), kind: 'noCredit' },
  { prompt: 'a gambler out of credits at a table', answer: says(400, 'You are out of credits.'), kind: 'noCredit' },
  { prompt: 'out of credits', answer: says(400, 'You are out of credits.'), kind: 'noCredit' },
  { prompt: 'nsfw', answer: says(400, 'NSFW content detected in "nsfw"'), kind: 'refused' },
];

async function check({ prompt, parameters = {}, model, answer, kind }: Row): Promise<void> {
  await withServer([answer], async (server) => {
    const request = { prompt, parameters, ...(model === undefined ? {} : { model }) };
    const tokens = { [server.url]: 'hf_secret12' };
    const asked = inferring(server.url, { request, tokens, settings: { timeoutSeconds: 1 } });
    const failure = await failureOf(kind, asked.image);
    if (kind === 'forbidden') assert.ok(!('gatedModel' in failure));
  });
}

const nameOf = ({ prompt, answer }: Row): string =>
  `${prompt.slice(0, 40)} / ${JSON.stringify(answer.json ?? answer.body).slice(0, 60)}`;

describe('what only repeats the request', () => {
  for (const row of echoes) it(`says nothing: ${nameOf(row)}`, () => check(row));
  for (const row of own) it(`hides nothing: ${nameOf(row)}`, () => check(row));

  it('is not waited for', async () => {
    const answer = says(429, 'No: "let us try again in 30 seconds"');
    await withServer([answer], async (server) => {
      const asked = inferring(server.url, { request: { prompt: 'let us try again in 30 seconds' } });
      const failure = await failureOf('rateLimited', asked.image);
      assert.equal(failure.retryAfterSeconds, undefined);
      assert.equal(server.received.length, 1);
    });
  });

  it('says nothing either where a job has failed', async () => {
    const job = 'https://queue.fal.run/fal-ai/flux/requests/abc-1';
    const steps: readonly Step[] = [
      hubAnswer({ 'fal-ai': live('fal-ai/flux/dev') }),
      { json: { status: 'IN_QUEUE', request_id: 'abc-1', response_url: job } },
      { json: { status: 'ERROR', error: `The worker stopped at "${glass}"` } },
    ];
    await withServer(steps, async (server) => {
      const request = { prompt: glass, provider: 'fal-ai' };
      const failure = await failureOf('providerDown', inferring(server.url, { request }).image);
      assert.equal(failure.detail, `The worker stopped at "${glass}"`);
    });
  });
});
