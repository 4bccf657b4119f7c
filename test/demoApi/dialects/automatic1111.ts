/**
 * AUTOMATIC1111's web UI: one picture at a time, with progress, and an interrupt that gives back what is there so far.
 * `info` is JSON in a text. Below `/without-api` it was started without `--api`.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { randomBytes } from 'node:crypto';
import type { Call } from '../server/call.ts';
import { writeExactJson } from '../server/exactJson.ts';
import { jsonReply } from '../server/reply.ts';
import type { Reply } from '../server/reply.ts';
import type { Services } from '../server/services.ts';
import { homeModel } from './homeModel.ts';
import { orderFrom, problemsIn } from './routedCall.ts';
import { requestBody } from './requestBody.ts';

/** What the server is at. */
export interface WebUi {
  /** `force_task_id` of the picture that is being made. */
  readonly task: string | undefined;
  /** 0 to 1. */
  readonly progress: number;
  /** How often it was interrupted. */
  readonly interrupts: number;
  begin(task: string | undefined): void;
  end(): void;
  interrupt(): void;
  /** Aborted by an interrupt. */
  readonly signal: AbortSignal;
}

export function createWebUi(seconds: number): WebUi {
  let task: string | undefined;
  let started: number | undefined;
  let interrupts = 0;
  let stopping = new AbortController();
  return {
    get task() {
      return task;
    },
    get progress() {
      if (started === undefined) return 0;
      return seconds === 0 ? 0.5 : Math.min(0.99, Math.max(0.01, (performance.now() - started) / 1_000 / seconds));
    },
    get interrupts() {
      return interrupts;
    },
    get signal() {
      return stopping.signal;
    },
    begin(name) {
      task = name;
      started = performance.now();
      stopping = new AbortController();
    },
    end() {
      task = undefined;
      started = undefined;
    },
    interrupt() {
      interrupts += 1;
      stopping.abort();
    },
  };
}

export async function postTxt2img(call: Call, { studio, webUi, generationSeconds }: Services): Promise<Reply> {
  const body = requestBody(call);
  if ('reply' in body) return body.reply;
  const { fields } = body;
  const seed = fields['seed'] === undefined || Number(fields['seed']) === -1 ? randomSeed() : fields['seed'];
  const steps = fields['steps'];
  const values = { ...fields, seed, num_inference_steps: steps, guidance_scale: fields['cfg_scale'] };
  const problems = problemsIn({ ...values, prompt: fields['prompt'] ?? ' ' });
  if (problems.length > 0) {
    return jsonReply(422, { detail: problems.map(({ name, words }) => ({ loc: ['body', name], msg: words })) });
  }
  const sampler = fields['sampler_name'];
  if (sampler !== undefined && !samplers.some((name) => name === sampler)) {
    return jsonReply(404, { detail: 'Sampler not found' });
  }
  const order = orderFrom(values, homeModel, 'image/png');
  const task = fields['force_task_id'];
  webUi.begin(typeof task === 'string' ? task : undefined);
  // The work goes on when the caller hangs up: only an interrupt ends it.
  await sleep(generationSeconds * 1_000, undefined, { signal: webUi.signal }).catch(() => undefined);
  webUi.end();
  const picture = await studio.make(order, 'none', new AbortController().signal);
  const info = {
    prompt: order.prompt,
    seed: order.seed,
    all_seeds: [order.seed],
    sd_model_name: homeModel.id.replace(/\.safetensors$/, ''),
    infotexts: [`${order.prompt}\nSteps: 20, Seed: ${order.seed}`],
  };
  const images = [Buffer.from(picture.body).toString('base64')];
  return jsonReply(200, { images, parameters: fields, info: writeExactJson(info) });
}

export function getProgress(_call: Call, { webUi }: Services): Reply {
  const { progress, task } = webUi;
  return jsonReply(200, { progress, eta_relative: 1, state: {}, current_image: null, current_task: task ?? null });
}

export function postInterrupt(_call: Call, { webUi }: Services): Reply {
  webUi.interrupt();
  return jsonReply(200, {});
}

export const schedules = ['Automatic', 'Karras', 'Exponential'];

export const samplers = ['Euler a', 'Euler', 'DPM++ 2M', 'DPM++ 2M Karras', 'DDIM'];

function randomSeed(): bigint {
  return BigInt(randomBytes(4).readUInt32LE());
}
