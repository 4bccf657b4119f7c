/** AUTOMATIC1111's web UI, Forge, SD.Next and sd-server: the API below `/sdapi/v1`. */
import { isHubModel } from '../../core/modelId.ts';
import { readExactJson } from '../reply/exactJson.ts';
import { pictureAt } from '../reply/pictureAt.ts';
import type { Told } from '../reply/reading.ts';
import { firstOf, isObject, objectIn, replyObject, type JsonObject } from '../reply/replyObject.ts';
import { seedText } from '../reply/seedText.ts';
import { leftOut } from './leftOut.ts';
import { negativeText } from './negativeText.ts';
import { jsonForJson, type EndpointDialect, type Order } from './provider.ts';
import { seedNumber } from './seedNumber.ts';

const taken = ['negativePrompt', 'width', 'height', 'steps', 'guidanceScale', 'scheduler', 'seed'] as const;

export const automatic1111: EndpointDialect = {
  canHold: false,
  path: '/sdapi/v1/txt2img',

  request(order) {
    const { prompt, parameters } = order.request;
    const { model } = order.target;
    const body = {
      prompt,
      negative_prompt: negativeText(parameters),
      width: parameters.width,
      height: parameters.height,
      steps: parameters.steps,
      cfg_scale: parameters.guidanceScale,
      seed: seedNumber(parameters),
      // What this project calls a scheduler is the sampler here, which some of these programs pair with a schedule.
      sampler_name: parameters.scheduler,
      n_iter: 1,
      batch_size: 1,
      // A checkpoint's name. A model of the Hub is none: then the server's own is used.
      override_settings: isHubModel(model) || model === '' ? undefined : { sd_model_checkpoint: model },
      force_task_id: taskOf(order),
    };
    return { headers: jsonForJson, body, ignored: leftOut(parameters, taken) };
  },

  read(reply) {
    const answer = replyObject(reply);
    if (!answer) return { type: 'noImage', problem: 'json' };
    const found = pictureAt(firstOf(answer['images']), toldIn(answer['info']));
    if (found) return found;
    return { type: 'noImage', problem: Array.isArray(answer['images']) ? 'empty' : 'json' };
  },

  watch: {
    progress: '/sdapi/v1/progress?skip_current_image=true',
    interrupt: '/sdapi/v1/interrupt',
    read(reply, order) {
      const answer = replyObject(reply);
      const fraction = answer?.['progress'];
      if (!answer || typeof fraction !== 'number') return undefined;
      const task = answer['current_task'];
      // Older ones do not tell whose picture it is.
      const mine = typeof task !== 'string' || task === taskOf(order);
      if (!mine) return { mine, stage: { type: 'waitingInLine' } };
      const begun = fraction > 0 && fraction <= 1 ? { fraction } : {};
      return { mine, stage: { type: 'generating', ...begun } };
    },
  },
};

/** Of pictures that are made one after the other, each has a seed of its own. */
function taskOf({ request: { parameters } }: Order): string | undefined {
  return parameters.seed === undefined ? undefined : `task(depict-${parameters.seed})`;
}

/** JSON within JSON: the seed that was used, where -1 was sent, and the checkpoint. */
function toldIn(info: unknown): Told {
  const object = infoObject(info);
  const seed = seedText(object['seed']) ?? seedText(firstOf(object['all_seeds']));
  const model = object['sd_model_name'];
  return {
    ...(seed === undefined ? {} : { seed }),
    ...(typeof model === 'string' && model !== '' ? { model } : {}),
  };
}

function infoObject(info: unknown): JsonObject {
  if (typeof info !== 'string') return objectIn({ info }, 'info');
  try {
    const value = readExactJson(info);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}
