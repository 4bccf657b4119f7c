/**
 * The documented task API, "hf-legacy": POST /models/{owner}/{name} with `inputs`, nested `target_size`, a list of
 * negative prompts, and the headers x-use-cache and x-wait-for-model.
 */
import { modelNamed } from '../models.ts';
import type { Model } from '../models.ts';
import type { Call } from '../server/call.ts';
import { headerOf } from '../server/call.ts';
import type { Loading } from '../server/loading.ts';
import { errorReply, jsonReply } from '../server/reply.ts';
import type { Reply } from '../server/reply.ts';
import type { PictureOrder, Studio } from '../studio.ts';
import { gateRefusal, refusal } from '../tokens.ts';
import { acceptedType } from './acceptedType.ts';
import { checks, filledText, isFields, textList } from './checks.ts';
import type { Check, Fields } from './checks.ts';
import { parameterValues } from './parameterValues.ts';
import { requestBody } from './requestBody.ts';

const parameterChecks: Readonly<Record<string, Check>> = {
  guidance_scale: checks.guidance_scale,
  negative_prompt: textList,
  num_inference_steps: checks.num_inference_steps,
  target_size: (value) => (isFields(value) ? undefined : 'value is not a valid dict'),
  scheduler: checks.scheduler,
  seed: checks.seed,
};

export async function answerHfLegacy(
  call: Call,
  modelId: string,
  { studio, loading, requireToken }: { studio: Studio; loading: Loading; requireToken: boolean },
): Promise<Reply> {
  const refused = refusal(call, requireToken);
  if (refused) return refused;
  const model = modelNamed(modelId);
  if (!model) return errorReply(404, `Model ${modelId} does not exist`);
  const gated = gateRefusal(call, model);
  if (gated) return gated;
  if (model.pipelineTag !== 'text-to-image') return errorReply(400, `Model ${modelId} does not make images`);

  const body = requestBody(call);
  if ('reply' in body) return body.reply;
  const problems = [...headerProblems(call), ...bodyProblems(body.fields)];
  if (problems.length > 0) return jsonReply(400, { error: problems });

  const secondsLeft = model.cold ? loading.secondsLeft(model.id) : 0;
  if (secondsLeft > 0) {
    if (flag(call, 'x-wait-for-model') !== true) {
      const estimate = Math.ceil(secondsLeft * 10) / 10;
      return jsonReply(503, { error: `Model ${modelId} is currently loading`, estimated_time: estimate });
    }
    await loading.wait(model.id, call.signal);
  }
  return studio.make(
    orderOf(call, model, body.fields),
    flag(call, 'x-use-cache') === false ? 'off' : 'on',
    call.signal,
  );
}

function headerProblems(call: Call): string[] {
  return ['x-use-cache', 'x-wait-for-model']
    .filter((name) => flag(call, name) === 'bad')
    .map((name) => `Error in header \`${name}\`: value could not be parsed to a boolean`);
}

/** Undefined: not sent. */
function flag(call: Call, name: string): boolean | 'bad' | undefined {
  const value = headerOf(call, name)?.toLowerCase();
  if (value === undefined) return undefined;
  return value === 'true' ? true : value === 'false' ? false : 'bad';
}

function bodyProblems(fields: Fields): string[] {
  const { inputs, parameters, ...extra } = fields;
  const problems = Object.keys(extra).map((name) => `Error in \`${name}\`: extra fields not permitted`);
  const inputProblem = inputs === undefined || inputs === null ? 'field required' : filledText(inputs);
  if (inputProblem) problems.push(`Error in \`inputs\`: ${inputProblem}`);
  if (parameters === undefined || parameters === null) return problems;
  if (!isFields(parameters)) return [...problems, 'Error in `parameters`: value is not a valid dict'];
  problems.push(...fieldProblems(parameters, parameterChecks, 'parameters'));
  if (isFields(parameters['target_size'])) problems.push(...sizeProblems(parameters['target_size']));
  return problems;
}

function sizeProblems(size: Fields): string[] {
  const missing = ['width', 'height']
    .filter((name) => size[name] === undefined || size[name] === null)
    .map((name) => `Error in \`parameters.target_size.${name}\`: field required`);
  const sizeChecks = { width: checks.width, height: checks.height };
  return [...missing, ...fieldProblems(size, sizeChecks, 'parameters.target_size')];
}

function fieldProblems(fields: Fields, table: Readonly<Record<string, Check>>, path: string): string[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    const check = Object.hasOwn(table, name) ? table[name] : () => 'extra fields not permitted';
    const problem = value === null && Object.hasOwn(table, name) ? undefined : check?.(value);
    return problem ? [`Error in \`${path}.${name}\`: ${problem}`] : [];
  });
}

/** The fields have passed their checks. */
function orderOf(call: Call, model: Model, fields: Fields): PictureOrder {
  const parameters = isFields(fields['parameters']) ? fields['parameters'] : {};
  const size = isFields(parameters['target_size']) ? parameters['target_size'] : {};
  const negative = parameters['negative_prompt'];
  return {
    model: model.id,
    sha: model.sha,
    prompt: String(fields['inputs']),
    negativePrompt: Array.isArray(negative) ? negative.map(String) : [],
    width: Number(size['width'] ?? model.edge),
    height: Number(size['height'] ?? model.edge),
    ...parameterValues(parameters),
    type: acceptedType(headerOf(call, 'accept')),
  };
}
