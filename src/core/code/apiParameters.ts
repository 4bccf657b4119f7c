/** The parameters under the names that the task API has for them, and the whole body for each dialect. */
import type { ParameterValues } from '../parameters.ts';
import type { EndpointApi } from '../request.ts';
import type { CodeSettings } from './codeSettings.ts';
import { membersOf, type Value } from './literal.ts';

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

function taskBody(toParameters: (values: ParameterValues) => Parameters): (settings: CodeSettings) => Parameters {
  return ({ prompt, parameters }) => {
    const values = toParameters(parameters);
    return { inputs: prompt, parameters: membersOf(values).length > 0 ? values : undefined };
  };
}

/** LocalAI takes a negative prompt after a bar. */
function openAiBody({ prompt, model, parameters: values }: CodeSettings): Parameters {
  const { negativePrompt = [], width, height } = values;
  const placed = negativePrompt.length > 0 && !prompt.includes('|');
  return {
    model,
    prompt: placed ? `${prompt}|${negativePrompt.join(', ').replaceAll('|', ' ')}` : prompt,
    n: 1,
    size: width === undefined || height === undefined ? undefined : `${width}x${height}`,
    step: values.steps,
    seed: seedNumber(values),
    response_format: 'b64_json',
  };
}

function webUiBody({ prompt, parameters: values }: CodeSettings): Parameters {
  return {
    prompt,
    negative_prompt: values.negativePrompt?.length ? values.negativePrompt.join(', ') : undefined,
    width: values.width,
    height: values.height,
    steps: values.steps,
    cfg_scale: values.guidanceScale,
    seed: seedNumber(values),
    sampler_name: values.scheduler,
  };
}

export const bodyOf: Readonly<Record<EndpointApi, (settings: CodeSettings) => Parameters>> = {
  hf: taskBody(apiParameters),
  'hf-legacy': taskBody(legacyParameters),
  openai: openAiBody,
  automatic1111: webUiBody,
};
