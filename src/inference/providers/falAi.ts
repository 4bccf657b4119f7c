/** fal.ai: a queue that tells one's place in it. https://docs.fal.ai/model-endpoints/queue */
import type { Stage } from '../../core/request.ts';
import { pictureAt } from '../reply/pictureAt.ts';
import type { JobCall, Reading, Told } from '../reply/reading.ts';
import { firstOf, isObject, objectIn, replyObject, type JsonObject } from '../reply/replyObject.ts';
import { seedText } from '../reply/seedText.ts';
import type { HttpReply } from '../transport.ts';
import { idText } from './idText.ts';
import { isJobPath, jobPath } from './jobPath.ts';
import { leftOut } from './leftOut.ts';
import { weightsUrl } from './lora.ts';
import { negativeText } from './negativeText.ts';
import { jsonForJson, type RoutedProvider, type Target } from './provider.ts';
import { seedNumber } from './seedNumber.ts';
import { sizeNames, wholeSize } from './wholeSize.ts';

/** `/fal-ai/flux/requests/80e732af-…`, also of other owners than fal itself. */
const jobPattern = /^(\/[A-Za-z0-9_][\w.-]*){2,5}\/requests\/[\w-]{1,100}$/;

/** Part of every address, or the router asks the service that holds the connection until the picture is there. */
const queue = '?_subdomain=queue';

export const falAi: RoutedProvider = {
  prefix: '/fal-ai',
  canHold: false,
  takesLora: true,

  route: ({ id }) => `/${id}${queue}`,

  request({ request: { prompt, parameters }, target }) {
    const body = {
      prompt,
      // Flat width and height are ignored without a word.
      image_size: wholeSize(parameters),
      num_inference_steps: parameters.steps,
      guidance_scale: parameters.guidanceScale,
      seed: seedNumber(parameters),
      negative_prompt: negativeText(parameters),
      ...lora(target),
    };
    const taken = ['negativePrompt', 'steps', 'guidanceScale', 'seed', ...sizeNames(parameters)] as const;
    return { headers: jsonForJson, body, ignored: leftOut(parameters, taken) };
  },

  read(reply, { id }) {
    const answer = replyObject(reply);
    return answer ? readAnswer(answer, jobIn(answer, id), reply) : { type: 'noImage', problem: 'json' };
  },

  jobs: {
    isJob: (path) => isJobPath(path, jobPattern),
    poll: (job) => ({ method: 'GET', path: `${job}/status${queue}` }),
    read(reply, job) {
      const answer = replyObject(reply);
      return answer ? readAnswer(answer, job, reply) : { type: 'noImage', problem: 'json' };
    },
    cancel: (job) => ({ method: 'PUT', path: `${job}/cancel${queue}` }),
    isOwnFailure,
    pauses: [500, 500, 1_000, 1_000, 2_000, 2_000, 3_000, 5_000],
    acceptsAtOnce: true,
  },
};

/** The official client's way; `fal-ai/lora` is the one model that has to be told what to add to. */
function lora(
  target: Target,
): JsonObject & { readonly [name: string]: string | readonly { path: string; scale: number }[] } {
  const path = weightsUrl(target);
  if (path === undefined) return {};
  const model = target.id === 'fal-ai/lora' ? { model_name: 'stabilityai/stable-diffusion-xl-base-1.0' } : {};
  return { ...model, loras: [{ path, scale: 1 }] };
}

/** The path below `owner/app` counts when a job is handed in and not when it is asked about. */
function jobIn(answer: JsonObject, id: string): string | undefined {
  const { response_url: address, request_id: request } = answer;
  const [owner, app] = id.split('/');
  const path = jobPath(address, jobPattern) ?? `/${owner}/${app}/requests/${idText(request)}`;
  return isJobPath(path, jobPattern) && typeof (address ?? request) === 'string' ? path : undefined;
}

function readAnswer(answer: JsonObject, job: string | undefined, reply: HttpReply): Reading {
  const pictures = answer['images'] ?? answer['image'];
  const picture = firstOf(pictures);
  const told = toldIn(answer, reply);
  const found = isObject(picture)
    ? (pictureAt(picture['url'], told) ?? pictureAt(picture['file_data'], told))
    : pictureAt(picture, told);
  if (found) return found;
  const { status, error, detail } = answer;
  if (isFailure(status) || (status === undefined && (error ?? detail) !== undefined)) return { type: 'failed' };
  if (status === undefined && pictures !== undefined) {
    return told.flagged ? { type: 'failed', filter: true } : { type: 'noImage', problem: 'empty' };
  }
  if (job === undefined || typeof status !== 'string') return { type: 'noImage', problem: 'json' };
  // The answer of a job that failed says why, and this says only that.
  if (status === 'COMPLETED') {
    const next: JobCall = { method: 'GET', path: `${job}${queue}` };
    return { type: 'pending', job, stage: generating, next, ...(error ? { failed: true } : {}) };
  }
  const stage = stageIn(answer);
  return stage ? { type: 'pending', job, stage } : { type: 'pending', job, stage: generating, unknown: true };
}

const generating: Stage = { type: 'generating' };

function stageIn({ status, queue_position: position }: JsonObject): Stage | undefined {
  if (status === 'IN_PROGRESS') return generating;
  if (status !== 'IN_QUEUE') return undefined;
  return { type: 'waitingInLine', ...(typeof position === 'number' && position > 0 ? { position } : {}) };
}

/**
 * Failures of the model have a list, and those of the machine that it ran on name their type. A text in `detail` alone is
 * what any gateway that is made with FastAPI says. https://docs.fal.ai/documentation/model-apis/request-errors
 */
function isOwnFailure(reply: HttpReply): boolean {
  const answer = replyObject(reply);
  return (
    Array.isArray(answer?.['detail']) ||
    typeof answer?.['error_type'] === 'string' ||
    reply.headers['x-fal-error-type'] !== undefined
  );
}

function isFailure(status: unknown): boolean {
  return typeof status === 'string' && /^(ERROR|FAILED|CANCELL?ED|CANCELLATION_REQUESTED|NOT_FOUND)$/i.test(status);
}

function toldIn(answer: JsonObject, { headers }: HttpReply): Told {
  const seed = seedText(answer['seed']);
  const { inference } = objectIn(answer, 'timings');
  // https://docs.fal.ai/documentation/serverless/publishing-to-marketplace
  const units = headers['x-fal-billable-units'] ?? '';
  return {
    ...(seed === undefined ? {} : { seed }),
    // https://fal.ai/models/fal-ai/lcm/api has the other name.
    ...(firstOf(answer['has_nsfw_concepts'] ?? answer['nsfw_content_detected']) === true ? { flagged: true } : {}),
    ...(typeof inference === 'number' ? { computeSeconds: inference } : {}),
    ...(/^\d{1,6}(\.\d+)?$/.test(units) ? { billableUnits: Number(units) } : {}),
  };
}
