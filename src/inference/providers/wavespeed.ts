/** WaveSpeedAI: a job that is asked about, with no way to take it back. https://wavespeed.ai/docs-api */
import type { Stage } from '../../core/request.ts';
import { pictureAt } from '../reply/pictureAt.ts';
import type { Reading, Told } from '../reply/reading.ts';
import { firstOf, isObject, objectIn, replyObject, type JsonObject } from '../reply/replyObject.ts';
import type { HttpReply } from '../transport.ts';
import { idText } from './idText.ts';
import { isJobPath, jobPath } from './jobPath.ts';
import { leftOut } from './leftOut.ts';
import { negativeText } from './negativeText.ts';
import { jsonForJson, type RoutedProvider } from './provider.ts';
import { seedNumber } from './seedNumber.ts';
import { sizeNames, sizeText, wholeSize } from './wholeSize.ts';

const jobPattern = /^\/api\/v3\/predictions\/[\w-]{1,100}(\/result)?$/;

export const wavespeed: RoutedProvider = {
  prefix: '/wavespeed',
  canHold: false,
  takesLora: true,

  route: ({ id }) => `/api/v3/${id}`,

  request({ request: { prompt, parameters }, target: { model, loraWeights } }) {
    const body = {
      prompt,
      // Its models are of two kinds, by their pages: some have `size`, some have width and height.
      size: sizeText(parameters, '*'),
      ...wholeSize(parameters),
      num_inference_steps: parameters.steps,
      guidance_scale: parameters.guidanceScale,
      negative_prompt: negativeText(parameters),
      seed: seedNumber(parameters),
      loras: loraWeights === undefined ? undefined : [{ path: model, scale: 1 }],
    };
    const taken = ['negativePrompt', 'steps', 'guidanceScale', 'seed', ...sizeNames(parameters)] as const;
    return { headers: jsonForJson, body, ignored: leftOut(parameters, taken) };
  },

  read: (reply) => readPrediction(reply),

  jobs: {
    isJob: (path) => isJobPath(path, jobPattern),
    poll: (job) => ({ method: 'GET', path: job }),
    read: readPrediction,
    pauses: [500, 500, 1_000, 1_000, 2_000, 2_000, 3_000, 5_000],
    acceptsAtOnce: true,
  },
};

function readPrediction(reply: HttpReply, known?: string): Reading {
  const answer = replyObject(reply);
  if (!answer) return { type: 'noImage', problem: 'json' };
  const { code, data } = answer;
  // A prediction is believed before what is around it: it is paid for.
  if (typeof code === 'number' && code >= 400 && code <= 599 && !holdsPrediction(answer)) {
    return { type: 'failed', status: code };
  }
  // The page about its errors shows a prediction with nothing around it.
  const prediction = isObject(data) ? data : answer;
  const { id, status, error, outputs } = prediction;
  const flagged = firstOf(prediction['has_nsfw_contents']) === true || prediction['code'] === moderated;
  if (isEnd(status) || (status === undefined && typeof code === 'number' && code > 599)) {
    const words = typeof error === 'string' && error !== '' ? { words: error } : {};
    return { type: 'failed', ...words, ...(flagged ? { filter: true } : {}) };
  }
  const { inference } = objectIn(prediction, 'timings');
  const told: Told = {
    ...(flagged ? { flagged: true } : {}),
    // Milliseconds, unlike elsewhere.
    ...(typeof inference === 'number' ? { computeSeconds: inference / 1_000 } : {}),
  };
  const first = firstOf(outputs);
  const found = pictureAt(isObject(first) ? first['url'] : first, told);
  if (found && status !== 'processing' && status !== 'created') return found;
  if (status === 'completed') return flagged ? { type: 'failed', filter: true } : { type: 'noImage', problem: 'empty' };

  const address = objectIn(prediction, 'urls')['get'];
  const job = known ?? jobPath(address, jobPattern) ?? `/api/v3/predictions/${idText(id)}/result`;
  if (!isJobPath(job, jobPattern) || (id ?? address) === undefined) return { type: 'noImage', problem: 'json' };
  const stage = typeof status === 'string' ? stages.get(status) : undefined;
  return stage
    ? { type: 'pending', job, stage }
    : { type: 'pending', job, stage: { type: 'generating' }, unknown: true };
}

/** https://wavespeed.ai/docs/error-codes */
const moderated = 1200;

/** Where nothing is around it, `id` and `status` could be those of an error. */
function holdsPrediction({ data, id, status }: JsonObject): boolean {
  if (!isObject(data)) return idText(id) !== '' && isKnown(status);
  return idText(data['id']) !== '' || isKnown(data['status']);
}

function isKnown(status: unknown): boolean {
  return isEnd(status) || (typeof status === 'string' && (status === 'completed' || stages.has(status)));
}

/** Its own client counts all three as the end. */
function isEnd(status: unknown): boolean {
  return typeof status === 'string' && /^(failed|cancell?ed|timeout)$/.test(status);
}

const stages: ReadonlyMap<string, Stage> = new Map<string, Stage>([
  ['created', { type: 'waitingInLine' }],
  ['queued', { type: 'waitingInLine' }],
  ['pending', { type: 'waitingInLine' }],
  ['processing', { type: 'generating' }],
]);
