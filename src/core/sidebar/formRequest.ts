/** From what stands in the form to what is asked for: one request for each prompt that its alternatives expand to. */
import { checkNumber, checkRequest, countRange, type Given, type GivenRequest } from '../checkRequest.ts';
import { isImageFailure, type RequestProblem } from '../failure.ts';
import { countAlternatives } from '../form/alternatives.ts';
import { applyStyles } from '../form/applyStyles.ts';
import { expandAlternatives } from '../form/expandAlternatives.ts';
import type { ParameterName } from '../parameters.ts';
import { promptProblem } from '../prompt/promptProblem.ts';
import { parameterFields, type FormValues } from './formValues.ts';
import { mostNegatives, mostPrompts } from './limits.ts';

export interface FormRequest {
  /** Each with its style endings; none where there are more than `mostPrompts`. */
  readonly prompts: readonly string[];
  /** How many the alternatives make, whether that is too many or not. */
  readonly total: number;
  /** All that the prompts have in common; null where the setting counts. */
  readonly common: Readonly<Record<ParameterName | 'model' | 'provider' | 'count', unknown>>;
}

export interface FieldProblem {
  readonly field: keyof FormValues;
  readonly problem: RequestProblem;
}

/** @param styles what the user has defined; a chosen one that is gone is left out */
export function requestOf(values: FormValues, styles: Readonly<Record<string, string>>): FormRequest {
  const typed = values.prompt.trim();
  const total = countAlternatives(typed);
  // Thousands of alternatives take seconds to be written out, for nothing.
  const { prompts } = expandAlternatives(typed, total > mostPrompts ? 0 : total);
  return {
    prompts: prompts.map((prompt) => applyStyles(prompt, values.styles, styles).prompt),
    total,
    common: { ...parametersOf(values), model: values.model.trim() || null, provider: values.provider || null },
  };
}

/** What is wrong, field by field. `labels` name the fields in the complaints. */
export function formProblems(
  values: FormValues,
  styles: Readonly<Record<string, string>>,
  labels: Readonly<Record<ParameterName | 'count', string>>,
): readonly FieldProblem[] {
  const request = requestOf(values, styles);
  const { common } = request;
  const inPrompt = problemOfPrompts(values.prompt, request);
  const inParameters = parameterFields.map((field) =>
    problemOf(field, () => checkRequest({ ...harmless, [field]: { name: labels[field], value: common[field] } })),
  );
  return [
    inPrompt && { field: 'prompt' as const, problem: inPrompt },
    problemOfNegatives(common.negativePrompt, labels.negativePrompt),
    ...inParameters,
    problemOf('count', () => checkNumber({ name: labels.count, value: common.count }, countRange)),
  ].filter(
    (problem, index, all) => problem !== undefined && all.findIndex((one) => one?.field === problem.field) === index,
  ) as readonly FieldProblem[];
}

/** @param typed with all its alternatives: it may well be longer than a prompt, which only each of `prompts` must not be */
function problemOfPrompts(typed: string, { prompts, total }: FormRequest): RequestProblem | undefined {
  if (typed.trim() === '') return { type: 'emptyPrompt' };
  if (total > mostPrompts) return { type: 'tooManyPrompts', count: total, limit: mostPrompts };
  return prompts.map(promptProblem).find((problem) => problem !== undefined);
}

function problemOfNegatives(texts: unknown, name: string): FieldProblem | undefined {
  if (!Array.isArray(texts) || texts.length <= mostNegatives) return undefined;
  return {
    field: 'negativePrompt',
    problem: { type: 'tooManyTexts', name, count: texts.length, limit: mostNegatives },
  };
}

const unset: Given = { name: '', value: null };
const harmless: GivenRequest = {
  prompt: { name: '', value: 'x' },
  model: { name: '', value: 'x' },
  provider: { name: '', value: 'x' },
  negativePrompt: unset,
  width: unset,
  height: unset,
  steps: unset,
  guidanceScale: unset,
  scheduler: unset,
  seed: unset,
};

function problemOf(field: keyof FormValues, check: () => unknown): FieldProblem | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    if (!isImageFailure(error) || error.failure.kind !== 'invalidRequest') throw error;
    return { field, problem: error.failure.problem };
  }
}

function parametersOf(values: FormValues): Readonly<Record<ParameterName | 'count', unknown>> {
  const negative = [...values.negativePrompt, values.negativeDraft].map((text) => text.trim()).filter(Boolean);
  return {
    negativePrompt: negative.length > 0 ? negative : null,
    width: numberIn(values.width),
    height: numberIn(values.height),
    steps: numberIn(values.steps),
    guidanceScale: numberIn(values.guidanceScale),
    scheduler: values.scheduler.trim() || null,
    seed: values.seedLocked ? values.seed.trim() || null : null,
    count: numberIn(values.count) ?? 1,
  };
}

/** What is no number stays a text, for the check to complain about. A decimal comma is as good as a point. */
function numberIn(text: string): unknown {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  return /^[+-]?\d{1,20}([.,]\d{0,20})?$/.test(trimmed) ? Number(trimmed.replace(',', '.')) : trimmed;
}
