// What each provider and each server at home has been seen to answer, in its own shape and over real HTTP: one row each.
import assert from 'node:assert/strict';
import type { EndpointApi } from '../../../src/core/request.ts';
import type { FailureKind } from '../../../src/core/failure.ts';
import { hubAnswer, live } from './hubAnswer.ts';
import { failureOf, inferring, png, type Inferred } from './inferring.ts';
import { withServer, type Answer, type ScriptedServer, type Step } from './scriptedServer.ts';

const base64 = Buffer.from(png).toString('base64');
const picture: Answer = { body: png, headers: { 'content-type': 'image/jpeg' } };
const says = (status: number, json: unknown, headers = {}): Answer => ({ status, json, headers });
/** Answers with the address of a picture on the same server. */
const linking =
  (answer: (url: string) => unknown): Step =>
  (response, { headers }) =>
    response.end(JSON.stringify(answer(`http://${headers.host}/p.png`)));

/** The provider's own name for the model. */
const ids: Readonly<Record<string, string>> = {
  'fal-ai': 'fal-ai/flux/dev',
  replicate: 'black-forest-labs/flux-schnell',
  together: 'black-forest-labs/FLUX.1-schnell',
  nscale: 'BlackForestLabs/FLUX.1-schnell',
  wavespeed: 'wavespeed-ai/flux-dev',
  'zai-org': 'glm-image',
};

/** `hf-inference`, one of `ids`, or `@` and the API of a server at home. */
type Who =
  'hf-inference' | 'fal-ai' | 'replicate' | 'together' | 'nscale' | 'wavespeed' | 'zai-org' | `@${EndpointApi}`;

/** The steps begin after the Hub was asked. */
async function asking(
  who: Who,
  steps: readonly Step[],
  run: (asked: Inferred, server: ScriptedServer) => Promise<void>,
): Promise<void> {
  const id = ids[who];
  await withServer([...(id === undefined ? [] : [hubAnswer({ [who]: live(id) })]), ...steps], async (server) => {
    const endpoint = who.startsWith('@') ? { url: server.url, api: who.slice(1) as EndpointApi } : undefined;
    const asked = inferring(server.url, {
      tokens: { [server.url]: 'hf_secret12' },
      request: { provider: endpoint ? 'auto' : who, parameters: { seed: '42' } },
      ...(endpoint ? { settings: { endpoint } } : {}),
    });
    await run(asked, server);
  });
}

const fal = 'https://queue.fal.run/fal-ai/flux/requests/80e732af';
const falAccepts = says(200, { status: 'IN_QUEUE', request_id: '80e732af', response_url: fal, queue_position: 0 });
const falHasDone = says(200, { status: 'COMPLETED', request_id: '80e732af', response_url: fal });
const falEnds = (...answers: readonly Step[]): readonly Step[] => [falAccepts, falHasDone, ...answers];
const wave = (data: object): Answer => says(200, { code: 200, message: 'success', data: { id: 'p1', ...data } });
const waveAccepts = wave({ status: 'created', urls: { get: 'https://api.wavespeed.ai/api/v3/predictions/p1/result' } });
const problem = (status: number, title: string, detail: string, more: object = {}): Answer =>
  says(status, { title, detail, status, ...more }, { 'content-type': 'application/problem+json' });

type FailureRow = readonly [
  name: string,
  who: Who,
  steps: readonly Step[],
  kind: FailureKind,
  words: string | undefined,
];

const policyWords = 'The content was flagged by a content checker.';
const failures: readonly FailureRow[] = [
  // Hugging Face, and whoever stands in front of it
  [
    'a model that is too large',
    'hf-inference',
    [says(403, { error: 'The model a/b is too large to be loaded automatically (33GB > 10GB). Please use Spaces.' })],
    'modelNotServed',
    'The model a/b is too large to be loaded automatically (33GB > 10GB). Please use Spaces.',
  ],
  [
    'a model of no provider that is enabled',
    'hf-inference',
    [says(400, { error: { message: "'a/b' is not supported by any provider you have enabled.", code: 'x' } })],
    'modelNotServed',
    "'a/b' is not supported by any provider you have enabled.",
  ],
  [
    'a code that says it alone',
    'hf-inference',
    [says(400, { error: { message: 'Choose another one.', type: 'x', code: 'model_not_supported' } })],
    'modelNotServed',
    'Choose another one.',
  ],
  [
    'a token that has run out',
    'hf-inference',
    [says(401, { error: 'invalid_token', error_description: 'The access token expired' })],
    'badToken',
    'The access token expired',
  ],
  [
    'a list around the error',
    'hf-inference',
    [says(400, [{ error: { code: 400, message: 'Bad height', status: 'INVALID_ARGUMENT' } }])],
    'invalidRequest',
    'Bad height',
  ],
  [
    'JSON as the message, as those say it that pass an error on',
    'hf-inference',
    [
      says(500, {
        error: { message: '{\n  "error": {\n    "code": 500,\n    "message": "Out of disk"\n  }\n}\n', code: 500 },
      }),
    ],
    'providerDown',
    'Out of disk',
  ],
  [
    'a page whose title is escaped',
    'hf-inference',
    [{ status: 500, body: '<!doctype html><title>It&#39;s &quot;down&quot; &amp; out &lt;3</title>' }],
    'providerDown',
    'It\'s "down" & out <3',
  ],
  [
    'another charset, and says which',
    'hf-inference',
    [
      {
        status: 500,
        body: Buffer.from('{"error":"Mémoire épuisée"}', 'latin1'),
        headers: { 'content-type': 'application/json; charset=ISO-8859-1' },
      },
    ],
    'providerDown',
    'Mémoire épuisée',
  ],
  [
    'UTF-16',
    'hf-inference',
    [{ status: 500, body: Buffer.from('\ufeff{"error":"kaputt"}', 'utf16le') }],
    'providerDown',
    'kaputt',
  ],
  // fal: what it says of an account, it says of Hugging Face's own
  [
    'no balance',
    'fal-ai',
    [
      says(403, {
        detail: 'User is locked. Reason: Exhausted balance. Top up your balance at fal.ai/dashboard/billing.',
      }),
    ],
    'providerDown',
    'User is locked. Reason: Exhausted balance. Top up your balance at fal.ai/dashboard/billing.',
  ],
  [
    'no balance, in a word of its own',
    'fal-ai',
    [says(403, { detail: 'User is locked. Reason: TOP_UP.' })],
    'providerDown',
    'User is locked. Reason: TOP_UP.',
  ],
  [
    'an account that is locked there',
    'fal-ai',
    [says(403, { detail: 'User is locked. Reason: Admin lock. Please contact support@fal.ai' })],
    'providerDown',
    'User is locked. Reason: Admin lock. Please contact support@fal.ai',
  ],
  [
    'no balance, once it had taken the job',
    'fal-ai',
    [falAccepts, says(200, { status: 'ERROR', error: 'User is locked. Reason: Exhausted balance.' })],
    'providerDown',
    'User is locked. Reason: Exhausted balance.',
  ],
  [
    'its policy, by the type alone',
    'fal-ai',
    falEnds(
      says(422, {
        detail: [{ loc: ['body', 'prompt'], msg: 'Change it.', type: 'content_policy_violation', input: 'x' }],
      }),
    ),
    'refused',
    'body.prompt: Change it.',
  ],
  [
    'its policy, in a list that nothing is around',
    'fal-ai',
    falEnds(says(422, [{ loc: ['body', 'prompt'], msg: policyWords, type: 'content_policy_violation' }])),
    'refused',
    `body.prompt: ${policyWords}`,
  ],
  [
    'a model that would not draw it',
    'fal-ai',
    falEnds(says(422, { detail: [{ loc: ['body'], msg: 'Could not generate images.', type: 'no_media_generated' }] })),
    'refused',
    'body: Could not generate images.',
  ],
  [
    'no picture, and that its filter is why',
    'fal-ai',
    falEnds(says(200, { images: [], seed: 1, has_nsfw_concepts: [true] })),
    'refused',
    undefined,
  ],
  ['no picture, and no word', 'fal-ai', falEnds(says(200, { images: [], seed: 1 })), 'badReply', undefined],
  // Replicate
  [
    'what is wrong with a field, twice',
    'replicate',
    [
      problem(422, 'Input validation failed', '- input.width: Must be less than or equal to 1440\n', {
        invalid_fields: [{ type: 'number_lte', field: 'width', description: 'Must be less than or equal to 1440' }],
      }),
    ],
    'invalidRequest',
    '- input.width: Must be less than or equal to 1440',
  ],
  [
    'what is wrong with a field, beside the rest',
    'replicate',
    [
      problem(422, 'Input validation failed', 'Look below', {
        invalid_fields: [{ type: 'required', field: 'prompt', description: 'prompt is required' }],
      }),
    ],
    'invalidRequest',
    'Look below – prompt: prompt is required',
  ],
  [
    'no credit',
    'replicate',
    [problem(402, 'Insufficient credit', 'You have insufficient credit to run this model.')],
    'noCredit',
    'You have insufficient credit to run this model.',
  ],
  [
    'a moderator',
    'replicate',
    [says(201, { id: 'abc', status: 'failed', error: 'Request Moderated', output: null })],
    'refused',
    'Request Moderated',
  ],
  [
    'that it was cancelled, and nothing else',
    'replicate',
    [says(201, { id: 'abc', status: 'canceled', output: null, error: null })],
    'providerDown',
    undefined,
  ],
  [
    'no output, and no word',
    'replicate',
    [says(201, { id: 'abc', status: 'succeeded', output: [], error: null })],
    'badReply',
    undefined,
  ],
  // Together AI
  [
    'a model that nobody has started there',
    'together',
    [says(400, { error: { message: 'Unable to access non-serverless model a/b.', code: 'model_not_available' } })],
    'modelNotServed',
    'Unable to access non-serverless model a/b.',
  ],
  [
    'steps that are too many',
    'together',
    [
      says(400, {
        id: 'x',
        error: { message: 'steps must be between 1 and 4', type: 'invalid_request_error', param: 'steps' },
      }),
    ],
    'invalidRequest',
    'steps must be between 1 and 4',
  ],
  // WaveSpeedAI
  [
    'a job that took too long',
    'wavespeed',
    [waveAccepts, wave({ status: 'timeout', error: 'Task timed out' })],
    'providerDown',
    'Task timed out',
  ],
  [
    'a job that is cancelled',
    'wavespeed',
    [waveAccepts, wave({ status: 'cancelled', error: '' })],
    'providerDown',
    undefined,
  ],
  [
    'its moderation, in words',
    'wavespeed',
    [waveAccepts, wave({ status: 'failed', error: 'The content contains sensitive information.' })],
    'refused',
    'The content contains sensitive information.',
  ],
  [
    'its moderation, by the number alone',
    'wavespeed',
    [waveAccepts, wave({ status: 'failed', code: 1200, error: 'Modify the input and retry.' })],
    'refused',
    'Modify the input and retry.',
  ],
  [
    'a failure with nothing around it',
    'wavespeed',
    [says(200, { id: 'p1', status: 'failed', code: 1403, error: 'The task could not be completed.' })],
    'providerDown',
    'The task could not be completed.',
  ],
  [
    'a failure whose envelope says it as well',
    'wavespeed',
    [
      waveAccepts,
      says(200, {
        code: 500,
        message: 'Generation failed',
        data: { status: 'failed', error: 'The output was flagged as NSFW content' },
      }),
    ],
    'refused',
    'The output was flagged as NSFW content',
  ],
  [
    'a failure with a status in it, and nothing around it',
    'wavespeed',
    [waveAccepts, says(200, { id: 'p1', status: 'failed', code: 500, error: 'It broke.' })],
    'providerDown',
    'It broke.',
  ],
  [
    'that the key is wrong, with the word failed and no job',
    'wavespeed',
    [says(200, { code: 401, message: 'Invalid API key', status: 'failed', data: {} })],
    'badToken',
    'Invalid API key',
  ],
  [
    'that the key is wrong, with a status of 200',
    'wavespeed',
    [says(200, { code: 401, message: 'Invalid API key' })],
    'badToken',
    'Invalid API key',
  ],
  [
    'too many requests, with a status of 200',
    'wavespeed',
    [says(200, { code: 429, message: 'Too many requests' })],
    'rateLimited',
    'Too many requests',
  ],
  // Z.ai
  [
    'that the key is wrong, with a status of 200',
    'zai-org',
    [says(200, { code: 401, msg: 'token expired or incorrect', success: false })],
    'badToken',
    'token expired or incorrect',
  ],
  [
    'an inner failure, with a status of 200',
    'zai-org',
    [says(200, { code: 500, msg: 'Internal failure', success: false })],
    'providerDown',
    'Internal failure',
  ],
  [
    'its filter, in its own language',
    'zai-org',
    [says(400, { error: { code: '1301', message: '系统检测到输入内容可能包含敏感内容' } })],
    'refused',
    '系统检测到输入内容可能包含敏感内容',
  ],
  [
    'no balance, in its own language',
    'zai-org',
    [says(429, { error: { code: '1113', message: '余额不足' } })],
    'noCredit',
    '余额不足',
  ],
  [
    'a model that it does not know',
    'zai-org',
    [says(400, { error: { code: '1211', message: 'Unknown Model, please check the model code.' } })],
    'modelNotServed',
    'Unknown Model, please check the model code.',
  ],
  // AUTOMATIC1111, Forge, SD.Next: `errors` is a text, and `error` the name of a class in Python
  [
    'no memory',
    '@automatic1111',
    [says(500, { error: 'OutOfMemoryError', detail: '', body: '', errors: 'CUDA out of memory.' })],
    'providerDown',
    'CUDA out of memory.',
  ],
  [
    'an unknown sampler',
    '@automatic1111',
    [says(404, { error: 'HTTPException', detail: 'Sampler not found', body: '', errors: '' })],
    'invalidRequest',
    'Sampler not found',
  ],
  [
    'that it has no API, as SD.Next says it',
    '@automatic1111',
    [says(404, { error: 'HTTPException', code: 404, detail: 'Not Found', body: '', errors: '404: Not Found' })],
    'badReply',
    'Not Found',
  ],
  ['that it has no API, in the status line alone', '@automatic1111', [{ status: 404 }], 'badReply', undefined],
  // Servers that speak as OpenAI does
  [
    'no balance at fal, in an account of one’s own',
    '@openai',
    [says(403, { detail: 'User is locked. Reason: TOP_UP.' })],
    'noCredit',
    'User is locked. Reason: TOP_UP.',
  ],
  [
    'that something should be topped up, by the code alone',
    '@openai',
    [says(400, { error: { code: 'TOP_UP_REQUIRED', message: 'Not now.' } })],
    'noCredit',
    'Not now.',
  ],
  [
    'a quota that is used up, and no time',
    '@openai',
    [says(429, { error: { message: 'You exceeded your current quota, please check your plan.' } })],
    'noCredit',
    'You exceeded your current quota, please check your plan.',
  ],
  [
    'its content moderation',
    '@openai',
    [says(400, { error: { message: 'The image was rejected by our content moderation.' } })],
    'refused',
    'The image was rejected by our content moderation.',
  ],
  [
    'its content moderation, which does its work',
    '@openai',
    [says(400, { error: { message: 'Our content moderation system has stopped this.' } })],
    'refused',
    'Our content moderation system has stopped this.',
  ],
  [
    'a balance that is too low',
    '@openai',
    [says(403, { error: { message: 'Your balance is too low. Top up at example.com/billing.' } })],
    'noCredit',
    'Your balance is too low. Top up at example.com/billing.',
  ],
  // Words that mean something else where they stand
  [
    'a prompt with a view from above in it',
    '@openai',
    [says(400, { error: { message: "Invalid size for prompt 'a top up view of a table'" } })],
    'invalidRequest',
    "Invalid size for prompt 'a top up view of a table'",
  ],
  [
    'a token in the wrong place',
    'hf-inference',
    [says(401, { error: 'Do not put sensitive information into the URL, use a header.' })],
    'badToken',
    'Do not put sensitive information into the URL, use a header.',
  ],
  [
    'a parameter with the name of a filter',
    '@openai',
    [says(400, { error: { message: "Unknown parameter: 'moderation'.", code: 'unknown_parameter' } })],
    'invalidRequest',
    "Unknown parameter: 'moderation'.",
  ],
  [
    'a model with the name of a filter',
    'hf-inference',
    [says(404, { error: 'Model acme/content-moderation does not exist' })],
    'modelMissing',
    'Model acme/content-moderation does not exist',
  ],
  [
    'too many requests to a filter',
    '@openai',
    [says(429, { error: { message: 'Rate limit reached for moderation requests' } })],
    'rateLimited',
    'Rate limit reached for moderation requests',
  ],
  [
    'a filter that is down',
    '@openai',
    [says(500, { error: { message: 'Moderation service unavailable' } })],
    'providerDown',
    'Moderation service unavailable',
  ],
  [
    'a filter that is down, with its whole name',
    '@openai',
    [says(500, { error: { message: 'The content moderation service timed out' } })],
    'providerDown',
    'The content moderation service timed out',
  ],
  [
    'too many requests, as something that was not served',
    '@openai',
    [says(429, { error: { message: 'Your request was not served: rate limit reached' } })],
    'rateLimited',
    'Your request was not served: rate limit reached',
  ],
  [
    'a conflict about a model',
    '@openai',
    [says(409, { error: { message: 'Model not available: it is being replaced' } })],
    'invalidRequest',
    'Model not available: it is being replaced',
  ],
  [
    'an Ollama that makes no pictures',
    '@openai',
    [{ status: 404, body: '404 page not found', headers: { 'content-type': 'text/plain' } }],
    'badReply',
    '404 page not found',
  ],
  [
    'a task that has failed, by its other name',
    'zai-org',
    [says(200, { id: '1', task_status: 'FAILED' })],
    'providerDown',
    undefined,
  ],
  // Nothing that the status does not say
  ['too many requests, and nothing else', 'hf-inference', [says(429, {})], 'rateLimited', undefined],
  ['too many requests, in the status line alone', 'hf-inference', [{ status: 429 }], 'rateLimited', undefined],
  ['no such model, in the status line alone', 'hf-inference', [{ status: 404 }], 'modelMissing', undefined],
  ['an empty object', 'hf-inference', [says(500, {})], 'providerDown', 'Internal Server Error'],
  [
    'where to read on, and no picture',
    'hf-inference',
    [says(200, { error: 'Model a/b is currently loading', estimated_time: 20, url: 'https://huggingface.co/docs' })],
    'modelLoading',
    'Model a/b is currently loading',
  ],
  [
    'where to read on about a detail',
    'hf-inference',
    [says(200, { detail: 'It went wrong', url: 'https://huggingface.co/docs' })],
    'badReply',
    'It went wrong',
  ],
  [
    'no quota',
    '@openai',
    [says(429, { error: { message: 'You exceeded your current quota.', type: 'insufficient_quota' } })],
    'noCredit',
    'You exceeded your current quota.',
  ],
  [
    'a limit of one’s own',
    '@openai',
    [says(400, { error: { code: 'billing_hard_limit_reached', message: 'The limit has been reached' } })],
    'noCredit',
    'The limit has been reached',
  ],
  [
    'its filters, by the code alone',
    '@openai',
    [says(400, { error: { code: 'moderation_blocked', message: 'Your request was rejected.', type: 'user_error' } })],
    'refused',
    'Your request was rejected.',
  ],
  [
    'a program that cannot make pictures',
    '@openai',
    [says(400, { error: 'loaded model does not support img_gen' })],
    'invalidRequest',
    'loaded model does not support img_gen',
  ],
];

describe('what services have been seen to answer', () => {
  for (const [name, who, steps, kind, words] of failures) {
    it(`${who}: ${name} is ${kind}`, async () => {
      await asking(who, steps, async ({ image }, server) => {
        const failure = await failureOf(kind, image);
        const said = 'problem' in failure && typeof failure.problem === 'object' ? failure.problem : failure;
        assert.equal('detail' in said ? said.detail : undefined, words);
        assert.equal(server.received.filter(({ method }) => method === 'POST').length, 1, 'asked once');
      });
    });
  }

  describe('is told once a job is over, and not waited for', () => {
    const over: Readonly<Record<string, Answer>> = {
      'a runner that took too long': says(504, { detail: 'Request timed out', error_type: 'request_timeout' }),
      'no runner at all': says(503, { detail: 'No runner available', error_type: 'runner_scheduling_failure' }),
      'a runner that is named in a header': says(
        503,
        { detail: 'No runner available' },
        { 'x-fal-error-type': 'runner_scheduling_failure' },
      ),
      'another service that it needs': says(502, { detail: [{ loc: ['body'], msg: 'Broken', type: 'downstream' }] }),
    };
    for (const [name, answer] of Object.entries(over)) {
      it(`fal-ai: ${name}`, async () => {
        await asking('fal-ai', falEnds(answer), async ({ image }, server) => {
          const failure = await failureOf('providerDown', image);
          assert.match(failure.detail ?? '', /timed out|No runner|Broken/);
          // Told without a status: the job itself has failed.
          assert.equal(failure.status, undefined);
          assert.equal(server.received.length, 4);
        });
      });
    }
  });

  describe('is waited for as long as it says', () => {
    const throttled: Readonly<Record<string, readonly [who: Who, answer: Answer, seconds: number]>> = {
      'in a member': ['replicate', problem(429, 'Throttled', 'Request was throttled.', { retry_after: 9 }), 9],
      'in words': ['replicate', says(429, { detail: 'Request was throttled. Your rate limit resets in ~30s.' }), 30],
      'with a limit of which the word is billing': [
        '@openai',
        says(429, {
          error: { message: 'Rate limit exceeded. Billing limit of 10 requests per minute; try again in 6s' },
        }),
        6,
      ],
      'as a quota that fills again': [
        '@openai',
        says(429, {
          error: { message: 'You exceeded your current quota, please check your plan. Please retry in 27.5s.' },
        }),
        28,
      ],
      'as a model that is not there now': [
        '@openai',
        says(429, { error: { message: 'Model not available right now, try again in 5s' } }),
        5,
      ],
      'in other words': ['@openai', says(429, { error: { message: 'Please try again in 12.4 seconds.' } }), 13],
    };
    for (const [name, [who, answer, seconds]] of Object.entries(throttled)) {
      it(`${who}: ${name}`, async () => {
        const made =
          who === 'replicate' ? { id: 'a', status: 'succeeded', output: `data:image/png;base64,${base64}` } : {};
        await asking(who, [answer, says(200, { ...made, data: [{ b64_json: base64 }] })], async ({ image, slept }) => {
          await image;
          assert.deepEqual(slept, [seconds * 1_000]);
        });
      });
    }

    it('@openai: a model that LocalAI is bringing to a worker', async () => {
      const staging = says(
        503,
        { error: { message: 'model a is staging (40%)', code: 'model_loading', type: 'model_loading' } },
        { 'retry-after': '7' },
      );
      await asking('@openai', [staging, says(200, { data: [{ b64_json: base64 }] })], async ({ image, slept }) => {
        await image;
        assert.deepEqual(slept, [7_000]);
      });
    });

    it('@openai: a LocalAI that works at all it can', async () => {
      const full = says(
        503,
        { error: { message: 'backend inference capacity reached (max_concurrent=1); retry after 5s', code: 503 } },
        { 'retry-after': '5' },
      );
      await asking('@openai', [full, says(200, { data: [{ b64_json: base64 }] })], async ({ image, slept }) => {
        await image;
        assert.deepEqual(slept, [5_000]);
      });
    });
  });

  describe('about a job that is paid for, is asked again', () => {
    const waveHasDone = wave({ status: 'completed', outputs: [base64] });
    const falHasPicture = says(200, { images: [{ url: '', file_data: base64 }] });
    const troubles: Readonly<Record<string, readonly [who: Who, steps: readonly Step[]]>> = {
      'too many looks, with a status of 200': [
        'wavespeed',
        [waveAccepts, says(200, { code: 429, message: 'Too many requests' }), waveHasDone],
      ],
      'an inner failure, with a status of 200': [
        'wavespeed',
        [waveAccepts, says(200, { code: 500, message: 'Internal failure' }), waveHasDone],
      ],
      'accepted, and called busy all the same': [
        'wavespeed',
        [
          says(200, {
            code: 503,
            message: 'busy, try again in 2s',
            data: {
              id: 'p1',
              status: 'created',
              urls: { get: 'https://api.wavespeed.ai/api/v3/predictions/p1/result' },
            },
          }),
          waveHasDone,
        ],
      ],
      'a gateway that says it in `detail`': [
        'fal-ai',
        falEnds(says(503, { detail: 'Service Unavailable' }), falHasPicture),
      ],
    };
    for (const [name, [who, steps]] of Object.entries(troubles)) {
      it(`${who}: ${name}`, async () => {
        await asking(who, steps, async ({ image }, server) => {
          assert.deepEqual(Buffer.from((await image).bytes), Buffer.from(png));
          assert.equal(server.received.filter(({ method }) => method === 'POST').length, 1);
        });
      });
    }
  });

  describe('holds a picture', () => {
    const pictures: Readonly<Record<string, readonly [who: Who, steps: readonly Step[]]>> = {
      'at an address, in `output`': ['hf-inference', [linking((url) => ({ output: [url] })), picture]],
      'at an address, as OpenAI says it': ['hf-inference', [linking((url) => ({ data: [{ url }] })), picture]],
      'in a member of a custom handler': ['@hf', [says(200, { image_base64: base64 })]],
      'in place of an address': ['fal-ai', falEnds(says(200, { images: [{ url: '', file_data: base64 }], seed: 1 }))],
      'at once, where nothing is around it': [
        'wavespeed',
        [linking((url) => ({ id: 'p1', status: 'completed', code: 0, error: '', outputs: [url] })), picture],
      ],
      'in an envelope that speaks of a failure': [
        'wavespeed',
        [says(200, { code: 500, message: 'Late', data: { id: 'p1', status: 'completed', outputs: [base64] } })],
      ],
      'after a while, by a status of another of its calls': [
        'zai-org',
        [
          ...Array.from({ length: 12 }, () => says(200, { id: '1', task_status: 'SUBMITTED' })),
          linking((url) => ({ id: '1', task_status: 'SUCCESS', image_result: [{ url }] })),
          picture,
        ],
      ],
      'in a member of its output': [
        'replicate',
        [linking((url) => ({ id: 'p1', status: 'succeeded', output: { seed: 7, image: url } })), picture],
      ],
      'in a list in a member of its output': [
        'replicate',
        [linking((url) => ({ id: 'p1', status: 'succeeded', output: { text: 'a cat', images: [url] } })), picture],
      ],
      'in an object': [
        'wavespeed',
        [linking((url) => ({ data: { status: 'completed', outputs: [{ url }] } })), picture],
      ],
    };
    for (const [name, [who, steps]] of Object.entries(pictures)) {
      it(`${who}: ${name}`, async () => {
        await asking(who, steps, async ({ image }) => {
          assert.deepEqual(Buffer.from((await image).bytes), Buffer.from(png));
        });
      });
    }

    it('fal-ai: and has a number of its own for the exchange', async () => {
      const steps = [says(400, { detail: 'Bad size' }, { 'x-fal-request-id': 'f-9' })];
      await asking('fal-ai', steps, async ({ image }) => {
        const { problem } = await failureOf('invalidRequest', image);
        assert.equal('requestId' in problem && problem.requestId, 'f-9');
      });
    });

    it('fal-ai: that its filter objects to, by the other of its two names', async () => {
      const flagged = linking((url) => ({ images: [{ url }], seed: 5, nsfw_content_detected: [true] }));
      await asking('fal-ai', falEnds(flagged, picture), async ({ image }) => {
        assert.equal((await image).flagged, true);
      });
    });
  });

  describe('is read in no time, and breaks nothing, where it is made to do so', () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    const bodies: Readonly<Record<string, string>> = {
      'a page of titles without an end': `<!doctype html>${'<title '.repeat(60_000)}`,
      'a place that is no text': '{"detail":[{"loc":["body",{"toString":null}],"msg":"x"}]}',
      'a place in many lists': `{"detail":[{"loc":[${deep}],"msg":"x"}]}`,
      'nothing but lists': `{"a":${deep}}`,
      'many texts that begin like JSON': JSON.stringify({ error: Array.from({ length: 1_000_000 }, () => '[') }),
      'a long list of them': JSON.stringify(Array.from({ length: 1_000_000 }, () => '{')),
      'JSON in JSON, and long': JSON.stringify({ error: JSON.stringify({ a: Array(200_000).fill('[') }) }),
    };
    for (const [name, body] of Object.entries(bodies)) {
      it(`hf-inference: ${name}`, async () => {
        await asking('hf-inference', [{ status: 500, body }], async ({ image }) => {
          const before = performance.now();
          await failureOf('providerDown', image);
          assert.ok(performance.now() - before < 2_000);
        });
      });
    }

    const name = { toString: null };
    const jobs: Readonly<Record<string, object>> = {
      'fal-ai': { status: 'IN_QUEUE', request_id: name },
      replicate: { status: 'starting', id: name },
      wavespeed: { data: { status: 'created', id: name } },
      'zai-org': { task_status: 'PROCESSING', id: name },
    };
    for (const [who, job] of Object.entries(jobs)) {
      it(`${who}: a job whose name is no text`, async () => {
        await asking(who as Who, [says(200, job)], async ({ image }) => {
          assert.equal((await failureOf('badReply', image)).problem, 'json');
        });
      });
    }

    const strange: Readonly<Record<string, (status: string) => object>> = {
      'fal-ai': (status) => ({ status, request_id: 'p1' }),
      replicate: (status) => ({ status, id: 'p1' }),
      wavespeed: (status) => ({ data: { status, id: 'p1' } }),
      'zai-org': (task_status) => ({ task_status, id: 'p1' }),
    };
    for (const [who, job] of Object.entries(strange)) {
      for (const status of ['__proto__', 'constructor', 'toString']) {
        it(`${who}: a job that is ${status}`, async () => {
          await asking(who as Who, [says(200, job(status))], async ({ image, stages }) => {
            await failureOf('badReply', image);
            assert.ok(stages.every(({ type }) => type === 'generating'));
          });
        });
      }
    }

    it('zai-org: a job without a name', async () => {
      await asking('zai-org', [says(200, { task_status: 'PROCESSING' })], async ({ image }, server) => {
        await failureOf('badReply', image);
        assert.equal(server.received.length, 2);
      });
    });
  });
});
