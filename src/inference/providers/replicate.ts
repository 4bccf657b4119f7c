/** Replicate: holds the call for a minute, then the prediction is asked about. https://replicate.com/docs/reference/http */
import type { Stage } from '../../core/request.ts';
import { pictureAt } from '../reply/pictureAt.ts';
import type { Reading, Told } from '../reply/reading.ts';
import { firstOf, isObject, objectIn, replyObject } from '../reply/replyObject.ts';
import type { HttpReply } from '../transport.ts';
import { idText } from './idText.ts';
import { isJobPath, jobPath } from './jobPath.ts';
import { leftOut } from './leftOut.ts';
import { hubOfWeights } from './lora.ts';
import { negativeText } from './negativeText.ts';
import { jsonForJson, type RoutedProvider } from './provider.ts';
import { seedNumber } from './seedNumber.ts';

const jobPattern = /^\/v1\/predictions\/[A-Za-z0-9-]{1,100}$/;

const taken = ['negativePrompt', 'width', 'height', 'steps', 'guidanceScale', 'seed'] as const;

export const replicate: RoutedProvider = {
  prefix: '/replicate',
  canHold: false,
  takesLora: true,

  route: ({ id }) => (id.includes(':') ? '/v1/predictions' : `/v1/models/${id}/predictions`),

  request({ request: { prompt, parameters }, target: { id, model, loraWeights } }) {
    const input = {
      prompt,
      width: parameters.width,
      height: parameters.height,
      num_inference_steps: parameters.steps,
      guidance_scale: parameters.guidanceScale,
      negative_prompt: negativeText(parameters),
      seed: seedNumber(parameters),
      lora_weights: loraWeights === undefined ? undefined : `${hubOfWeights}/${model}`,
    };
    const version = id.includes(':') ? id.slice(id.indexOf(':') + 1) : undefined;
    const headers = { ...jsonForJson, prefer: 'wait' };
    return { headers, body: { version, input }, ignored: leftOut(parameters, taken) };
  },

  read: (reply) => readPrediction(reply),

  jobs: {
    isJob: (path) => isJobPath(path, jobPattern),
    poll: (job) => ({ method: 'GET', path: job }),
    read: readPrediction,
    cancel: (job) => ({ method: 'POST', path: `${job}/cancel` }),
    pauses: [500, 1_000, 1_000, 2_000, 2_000, 3_000, 5_000],
    acceptsAtOnce: false,
  },
};

function readPrediction(reply: HttpReply, known?: string): Reading {
  const prediction = replyObject(reply);
  if (!prediction) return { type: 'noImage', problem: 'json' };
  const { id, status, output, error } = prediction;
  if (typeof status === 'string' && /^(failed|cancell?ed|aborted)$/.test(status)) return { type: 'failed' };

  const job = known ?? jobPath(objectIn(prediction, 'urls')['get'], jobPattern) ?? `/v1/predictions/${idText(id)}`;
  const { predict_time: seconds } = objectIn(prediction, 'metrics');
  const told = typeof seconds === 'number' ? { computeSeconds: seconds } : {};
  // Some models fill it in while they are still "processing".
  const found = pictureIn(output, told);
  const isJob = isJobPath(job, jobPattern);
  if (found) return found.type === 'link' && isJob ? { ...found, job } : found;
  if (status === 'succeeded') return { type: 'noImage', problem: 'empty' };
  if (error !== null && error !== undefined) return { type: 'failed' };
  if (!isJob || typeof status !== 'string') return { type: 'noImage', problem: 'json' };
  const stage = stages.get(status);
  return stage
    ? { type: 'pending', job, stage }
    : { type: 'pending', job, stage: { type: 'generating' }, unknown: true };
}

/** Some models name what they give: `{"seed": 7, "image": "https://…"}`. */
function pictureIn(output: unknown, told: Told): ReturnType<typeof pictureAt> {
  const first = firstOf(output);
  if (!isObject(first)) return pictureAt(first, told);
  for (const member of Object.values(first)) {
    const found = pictureAt(firstOf(member), told);
    if (found) return found;
  }
  return undefined;
}

const stages: ReadonlyMap<string, Stage> = new Map<string, Stage>([
  ['queued', { type: 'waitingInLine' }],
  // The container is being started, which takes a model that is rarely used a minute and more.
  ['starting', { type: 'waitingInLine' }],
  ['processing', { type: 'generating' }],
]);
