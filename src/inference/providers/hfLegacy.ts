/** The task API as it was documented until 2025: `target_size`, a list of negative prompts, and two headers. */
import type { ParameterName } from '../../core/parameters.ts';
import { findImage } from '../reply/findImage.ts';
import { jsonForImage, type Provider } from './provider.ts';

export const hfLegacy: Provider = {
  canHold: true,

  request({ request: { prompt, parameters }, useCache, hold }) {
    const { width, height, negativePrompt, seed } = parameters;
    // Half a size is no size: `target_size` needs both, and the missing one is the model's own secret.
    const whole = width !== undefined && height !== undefined;
    const ignored: readonly ParameterName[] = whole
      ? []
      : (['width', 'height'] as const).filter((name) => parameters[name] !== undefined);
    const body = {
      guidance_scale: parameters.guidanceScale,
      negative_prompt: negativePrompt?.length ? negativePrompt : undefined,
      num_inference_steps: parameters.steps,
      target_size: whole ? { width, height } : undefined,
      scheduler: parameters.scheduler,
      seed: seed === undefined ? undefined : BigInt(seed),
    };
    const headers = {
      ...jsonForImage,
      'x-use-cache': String(useCache),
      // Documented as advised only after a 503.
      ...(hold ? { 'x-wait-for-model': 'true' } : {}),
    };
    return { headers, body: { inputs: prompt, parameters: body }, ignored };
  },

  read: findImage,
};
