/** Faults by name: what real services have been seen to answer instead of a picture, word for word where it is known. */
import type { Fault } from './fault.ts';

const page = (title: string, words: string): string =>
  `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1><p>${words}</p></body></html>`;

export const namedFaults = {
  // 400
  badRequest: { status: 400, json: { error: 'height and width have to be divisible by 8 but are 100 and 100.' } },
  badRequestList: { status: 400, json: { error: ['width is too large', 'height is too large'] } },
  badRequestObject: {
    status: 400,
    json: {
      error: { message: 'Invalid size', type: 'invalid_request_error', param: 'size', code: 'invalid_value' },
    },
  },
  badRequestWithWarnings: {
    status: 400,
    json: { error: 'Bad parameters', warnings: ['There was an inference error: unknown scheduler'] },
  },
  notServed: { status: 400, json: { error: 'Model not supported by provider hf-inference' } },
  // 401 to 410
  badToken: {
    status: 401,
    json: { error: 'Invalid username or password.' },
    headers: { 'x-error-message': 'Invalid username or password.' },
  },
  badCredentials: { status: 401, json: { error: 'Invalid credentials in Authorization header' } },
  noCredit: {
    status: 402,
    json: {
      error:
        'You have depleted your monthly included credits. Purchase pre-paid credits to continue using Inference Providers.',
    },
  },
  noPermission: {
    status: 403,
    json: {
      error:
        'This authentication method does not have sufficient permissions to call Inference Providers on behalf of user demo',
    },
  },
  gated: {
    status: 403,
    json: { error: 'Access to model demo/gated is restricted and you are not in the authorized list.' },
  },
  modelMissing: { status: 404, json: { error: 'Model demo/missing does not exist' } },
  notFoundText: { status: 404, text: 'Not Found' },
  hiddenModel: {
    status: 401,
    json: { error: 'Invalid username or password.' },
    headers: { 'x-error-code': 'RepoNotFound', 'x-error-message': 'Repository not found' },
  },
  gone: {
    status: 410,
    json: {
      error:
        'https://api-inference.huggingface.co is no longer supported. Please use https://router.huggingface.co instead.',
    },
  },
  // 422
  unprocessableList: { status: 422, json: { detail: [{ loc: ['body', 'height'], msg: 'Field required' }] } },
  unprocessableText: { status: 422, json: { detail: 'The prompt is too long' } },
  unprocessableProblem: {
    status: 422,
    json: {
      title: 'Unprocessable Entity',
      detail: 'Invalid request parameters',
      invalid_fields: [{ name: 'steps', reason: 'must be at most 4' }],
    },
    contentType: 'application/problem+json',
  },
  unprocessablePlain: { status: 422, text: 'steps must be at most 4' },
  // 429
  rateLimited: { status: 429, json: { error: 'Rate limit reached. You reached the limit of this hour.' } },
  rateLimitedBriefly: {
    status: 429,
    json: { error: 'Rate limit reached. Please log in or use a HF access token' },
    headers: { 'retry-after': '1' },
  },
  rateLimitedHub: { status: 429, text: 'Too Many Requests', headers: { ratelimit: '"api";r=0;t=55' } },
  rateLimitedPage: { status: 429, html: page('429 Too Many Requests', 'We had to rate limit you.') },
  // 5xx
  unknownError: {
    status: 500,
    json: { error: 'unknown error', warnings: ['There was an inference error: CUDA out of memory'] },
  },
  serverError: { status: 500, json: { error: 'server_error', message: 'The worker ran out of memory' } },
  badGateway: { status: 502, html: page('502 Bad Gateway', 'nginx') },
  loading: { status: 503, json: { error: 'Model demo/model is currently loading', estimated_time: 20 } },
  overloaded: { status: 503, json: { error: 'overloaded' } },
  gatewayTimeout: { status: 504, html: page('504 Gateway Time-out', 'The upstream server did not answer in time.') },
  // jobs that fail in the middle of their queue
  falFailed: { json: { status: 'ERROR', error: 'Runner ran out of memory', logs: [] } },
  replicateFailed: { json: { id: 'demo', status: 'failed', output: null, error: 'CUDA out of memory' } },
  wavespeedFailed: {
    json: {
      code: 200,
      message: 'success',
      data: { id: 'demo', status: 'failed', outputs: [], error: 'Out of memory' },
    },
  },
  zaiFailed: { json: { id: 'demo', task_status: 'FAIL', error: { code: '1234', message: 'The worker stopped' } } },
  jobLost: { status: 404, json: { detail: 'Request not found' } },
  // 200, but not a picture
  captivePortal: { html: page('Welcome to Hotel Wi-Fi', 'Please sign in to use the network.') },
  empty: { base64: '' },
  noContent: { status: 204, base64: '' },
  errorWith200: { json: { error: 'NSFW content detected' } },
  garbage: { base64: Buffer.from('this is no picture at all').toString('base64') },
  base64Json: { asBase64Json: true },
  blackPng: { black: 'png' },
  blackJpeg: { black: 'jpeg' },
  // the wire
  typeLie: { contentType: 'image/webp' },
  typeMissing: { headers: { 'content-type': null } },
  htmlType: { contentType: 'text/html' },
  gzip: { encoding: 'gzip' },
  br: { encoding: 'br' },
  deflate: { encoding: 'deflate' },
  gzipBomb: { bombBytes: 100 * 1024 * 1024 },
  cut: { cut: { after: 0.5, length: 'full' } },
  cutQuietly: { cut: { after: 0.5, length: 'cut' } },
  cutChunks: { cut: { after: 0.5, length: 'none' } },
  lengthTooLong: { lengthOff: 100, stallAfter: 1_000_000_000 },
  lengthTooShort: { lengthOff: -100 },
  slow: { bytesPerSecond: 50_000 },
  late: { delaySeconds: 2 },
  silent: { delaySeconds: 86_400 },
  stall: { stallAfter: 0.5 },
  reset: { resetAfter: -1 },
  resetInBody: { resetAfter: 0.5 },
  huge: { paddingBytes: 80 * 1024 * 1024 },
  hugeChunks: { paddingBytes: 80 * 1024 * 1024, cut: { after: 1_000_000_000, length: 'none' } },
  redirectElsewhere: { redirect: 'otherOrigin' },
} as const satisfies Readonly<Record<string, Fault>>;

export type FaultName = keyof typeof namedFaults;
