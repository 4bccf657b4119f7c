/**
 * What a diffusers pipeline makes of `{inputs, parameters}`: the parameters are the keyword arguments of a Python call,
 * and its complaints come back as one text. Both the hf-inference provider and dedicated endpoints work this way.
 */
import { errorReply } from '../server/reply.ts';
import type { Reply } from '../server/reply.ts';
import type { PictureOrder } from '../studio.ts';
import { checks, isFields } from './checks.ts';
import type { Check, Fields } from './checks.ts';
import { parameterValues } from './parameterValues.ts';

const argumentChecks: Readonly<Record<string, Check>> = checks;

const pythonTypes: Readonly<Record<string, string>> = { number: 'int', bigint: 'int', boolean: 'bool', string: 'str' };

export type PipelineArguments = Omit<PictureOrder, 'model' | 'sha' | 'type'>;

/** @param edge of the square picture that is made when no size is asked for, in pixels. */
export function pipelineCall(
  fields: Fields,
  edge: number,
): { readonly arguments: PipelineArguments } | { readonly reply: Reply } {
  const { inputs, parameters } = fields;
  if (typeof inputs !== 'string' || inputs === '') {
    return { reply: errorReply(400, `\`inputs\` has to be of type \`str\` but is ${pythonType(inputs)}`) };
  }
  if (parameters !== undefined && parameters !== null && !isFields(parameters)) {
    return { reply: errorReply(400, `\`parameters\` has to be of type \`dict\` but is ${pythonType(parameters)}`) };
  }
  const given = parameters ?? {};
  const problem = argumentProblem(given);
  if (problem) return { reply: errorReply(400, problem) };
  const negative = given['negative_prompt'];
  return {
    arguments: {
      prompt: inputs,
      negativePrompt: typeof negative === 'string' && negative !== '' ? [negative] : [],
      width: Number(given['width'] ?? edge),
      height: Number(given['height'] ?? edge),
      ...parameterValues(given),
    },
  };
}

function argumentProblem(given: Fields): string | undefined {
  for (const [name, value] of Object.entries(given)) {
    if (name === 'negative_prompt') {
      if (value === null || typeof value === 'string') continue;
      const types = `${pythonType(value)} != <class 'str'>`;
      return `\`negative_prompt\` should be the same type to \`prompt\`, but got ${types}.`;
    }
    const check = Object.hasOwn(argumentChecks, name) ? argumentChecks[name] : undefined;
    if (!check) return `StableDiffusionPipeline.__call__() got an unexpected keyword argument '${name}'`;
    const problem = value === null ? undefined : check(value);
    if (problem) return `Error in \`parameters.${name}\`: ${problem}`;
  }
  return undefined;
}

function pythonType(value: unknown): string {
  if (value === undefined || value === null) return "<class 'NoneType'>";
  if (Array.isArray(value)) return "<class 'list'>";
  if (typeof value === 'number' && !Number.isInteger(value)) return "<class 'float'>";
  return `<class '${pythonTypes[typeof value] ?? 'dict'}'>`;
}
