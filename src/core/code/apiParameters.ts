/** The parameters under the names that the task API has for them. */
import type { EndpointApi, ParameterValues } from '../request.ts';
import type { Value } from './literal.ts';

type Parameters = Readonly<Record<string, Value | undefined>>;

/** As today's API and both official clients take them. */
export function apiParameters({ negativePrompt, ...others }: ParameterValues): Parameters {
  return {
    negative_prompt: negativePrompt?.length ? negativePrompt.join(', ') : undefined,
    width: others.width,
    height: others.height,
    num_inference_steps: others.steps,
    guidance_scale: others.guidanceScale,
    scheduler: others.scheduler,
    seed: seedNumber(others),
  };
}

/** As they were documented until 2025: a list of negative prompts, and a size only as a whole. */
function legacyParameters(values: ParameterValues): Parameters {
  const { negativePrompt, width, height } = values;
  return {
    guidance_scale: values.guidanceScale,
    negative_prompt: negativePrompt?.length ? negativePrompt : undefined,
    num_inference_steps: values.steps,
    target_size: width === undefined || height === undefined ? undefined : { width, height },
    scheduler: values.scheduler,
    seed: seedNumber(values),
  };
}

function seedNumber({ seed }: ParameterValues): bigint | undefined {
  return seed === undefined ? undefined : BigInt(seed);
}

export const parametersOf: Readonly<Record<EndpointApi, (values: ParameterValues) => Parameters>> = {
  hf: apiParameters,
  'hf-legacy': legacyParameters,
};
