/** The task API as it was documented until 2025: `target_size`, a list of negative prompts, and two headers. */
import { imageOrLink } from '../reply/imageOrLink.ts';
import { leftOut } from './leftOut.ts';
import { jsonForImage, type Provider } from './provider.ts';
import { seedNumber } from './seedNumber.ts';
import { sizeNames, wholeSize } from './wholeSize.ts';

export const hfLegacy: Provider = {
  canHold: true,

  request({ request, useCache, hold }) {
    const { prompt, parameters } = request;
    const { negativePrompt } = parameters;
    const body = {
      guidance_scale: parameters.guidanceScale,
      negative_prompt: negativePrompt?.length ? negativePrompt : undefined,
      num_inference_steps: parameters.steps,
      target_size: wholeSize(parameters),
      scheduler: parameters.scheduler,
      seed: seedNumber(parameters),
    };
    const headers = {
      ...jsonForImage(request),
      'x-use-cache': String(useCache),
      // Documented as advised only after a 503.
      ...(hold ? { 'x-wait-for-model': 'true' } : {}),
    };
    const taken = ['negativePrompt', 'steps', 'guidanceScale', 'scheduler', 'seed', ...sizeNames(parameters)] as const;
    return { headers, body: { inputs: prompt, parameters: body }, ignored: leftOut(parameters, taken) };
  },

  read: imageOrLink,
};
