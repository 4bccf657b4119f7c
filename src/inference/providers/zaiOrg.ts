/** Z.ai: a job that is asked about, of hardly any parameters. https://docs.z.ai/api-reference/image/generate-image-async */
import type { Stage } from '../../core/request.ts';
import { pictureAt } from '../reply/pictureAt.ts';
import type { Reading } from '../reply/reading.ts';
import { firstOf, isObject, replyObject } from '../reply/replyObject.ts';
import type { HttpReply } from '../transport.ts';
import { idText } from './idText.ts';
import { isJobPath } from './jobPath.ts';
import { leftOut } from './leftOut.ts';
import { jsonForJson, type RoutedProvider } from './provider.ts';
import { sizeNames, sizeText } from './wholeSize.ts';

const jobPattern = /^\/api\/paas\/v4\/async-result\/[\w-]{1,100}$/;

const headers = { ...jsonForJson, 'x-source-channel': 'hugging_face', 'accept-language': 'en-US,en' } as const;

export const zaiOrg: RoutedProvider = {
  prefix: '/zai-org',
  canHold: false,
  takesLora: false,

  route: () => '/api/paas/v4/async/images/generations',

  request({ request: { prompt, parameters }, target: { id } }) {
    const body = { model: id, prompt, size: sizeText(parameters) };
    return { headers, body, ignored: leftOut(parameters, sizeNames(parameters)) };
  },

  read: (reply) => readTask(reply),

  jobs: {
    isJob: (path) => isJobPath(path, jobPattern),
    poll: (job) => ({ method: 'GET', path: job, headers }),
    read: readTask,
    pauses: [5_000],
    acceptsAtOnce: true,
  },
};

function readTask(reply: HttpReply, known?: string): Reading {
  const task = replyObject(reply);
  if (!task) return { type: 'noImage', problem: 'json' };
  const { id, task_status: status, image_result: results } = task;
  const filtered = Array.isArray(task['content_filter']) && task['content_filter'].length > 0;
  if (status === 'FAIL' || status === 'FAILED') return { type: 'failed', ...(filtered ? { filter: true } : {}) };
  if (status === 'SUCCESS') {
    const result = firstOf(results);
    return pictureAt(isObject(result) ? result['url'] : undefined) ?? { type: 'noImage', problem: 'empty' };
  }
  if (status === undefined && task['error'] !== undefined) return { type: 'failed' };
  // `{"code":401,"msg":"token expired or incorrect","success":false}`, with a status of 200.
  const { code } = task;
  if (task['success'] === false && typeof code === 'number') {
    return { type: 'failed', ...(code >= 400 && code <= 599 ? { status: code } : {}) };
  }
  const job = known ?? `/api/paas/v4/async-result/${idText(id)}`;
  if (!isJobPath(job, jobPattern) || typeof status !== 'string') return { type: 'noImage', problem: 'json' };
  const stage = stages.get(status);
  return stage
    ? { type: 'pending', job, stage }
    : { type: 'pending', job, stage: { type: 'generating' }, unknown: true };
}

/** The second is seen where its own programs wait for videos, by the same call. */
const stages: ReadonlyMap<string, Stage> = new Map<string, Stage>([
  ['PROCESSING', { type: 'generating' }],
  ['SUBMITTED', { type: 'waitingInLine' }],
]);
