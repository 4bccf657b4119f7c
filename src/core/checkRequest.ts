/** Turns values of unknown type, from settings and from callers, into a request, or says what is wrong with which. */
import { ImageFailure, type RequestProblem } from './failure.ts';
import {
  parameters,
  type NumberParameter,
  type Parameter,
  type ParameterName,
  type ParameterValues,
} from './parameters.ts';
import { promptProblem } from './prompt/promptProblem.ts';
import type { ImageRequest } from './request.ts';

/** A value and what its owner calls it, so that a complaint names the place to mend. */
export interface Given {
  readonly name: string;
  readonly value: unknown;
}

export type GivenRequest = Readonly<Record<'prompt' | 'model' | 'provider' | ParameterName, Given>>;

/** Images that one call may ask for. */
export const countRange = { type: 'integer', min: 1, max: 32 } as const satisfies NumberParameter;

/** @throws {ImageFailure} `invalidRequest`, naming the first value that will not do */
export function checkRequest(given: GivenRequest): ImageRequest {
  const prompt = checkText(given.prompt).trim();
  const problem = promptProblem(prompt);
  if (problem) throw invalid(problem);
  return {
    prompt,
    model: checkText(given.model).trim(),
    provider: checkText(given.provider).trim(),
    parameters: checkParameters(given),
  };
}

/** @throws {ImageFailure} `invalidRequest` unless the value is a text */
export function checkText({ name, value }: Given): string {
  if (typeof value !== 'string') throw invalid({ type: 'wrongType', name, expected: 'text' });
  return value;
}

/** @throws {ImageFailure} `invalidRequest` unless the value is a number within the range, ends included */
export function checkNumber({ name, value }: Given, { type, min, max }: NumberParameter): number {
  const right = typeof value === 'number' && (type === 'integer' ? Number.isInteger(value) : Number.isFinite(value));
  if (!right) throw invalid({ type: 'wrongType', name, expected: type });
  if (value < min || value > max) throw invalid({ type: 'outOfRange', name, min: String(min), max: String(max) });
  return value;
}

/** The failure that names a request's problem, ready to be thrown. */
export function invalid(problem: RequestProblem): ImageFailure {
  return new ImageFailure({ kind: 'invalidRequest', problem });
}

function checkParameters(given: GivenRequest): ParameterValues {
  const values: Partial<Record<ParameterName, unknown>> = {};
  for (const [name, parameter] of Object.entries(parameters) as [ParameterName, Parameter][]) {
    const one = given[name];
    if (one.value === null || one.value === undefined) continue;
    const value = checkParameter(one, parameter);
    if (value !== undefined) values[name] = value;
  }
  return values as ParameterValues;
}

/**
 * One value by its row of the table. Undefined where it means "unset": an empty text or list.
 * @throws {ImageFailure} `invalidRequest`
 */
export function checkParameter(given: Given, parameter: Parameter): unknown {
  switch (parameter.type) {
    case 'integer':
    case 'number':
      return checkNumber(given, parameter);
    case 'seed':
      return checkSeed(given, parameter.max);
    case 'text':
      return checkLength(given.name, checkText(given).trim(), parameter.maxLength) || undefined;
    case 'textList': {
      const texts = checkTexts(given).map((text) => checkLength(given.name, text.trim(), parameter.maxLength));
      const said = texts.filter((text) => text !== '');
      return said.length > 0 ? said : undefined;
    }
  }
}

function checkTexts({ name, value }: Given): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value;
  throw invalid({ type: 'wrongType', name, expected: 'list' });
}

function checkLength(name: string, text: string, maxLength: number): string {
  if (text.length > maxLength) throw invalid({ type: 'textTooLong', name, length: text.length, limit: maxLength });
  return text;
}

/** A whole number or its decimal text. A number past 2^53 has already lost digits, so it is refused. */
function checkSeed({ name, value }: Given, max: string): string | undefined {
  const text = Number.isSafeInteger(value) ? String(value) : value;
  if (typeof text !== 'string' || !/^\s*(-?\d{1,20})?\s*$/.test(text)) {
    throw invalid({ type: 'wrongType', name, expected: 'integer' });
  }
  if (text.trim() === '') return undefined;
  const exact = BigInt(text.trim());
  if (exact < 0n || exact > BigInt(max)) throw invalid({ type: 'outOfRange', name, min: '0', max });
  return exact.toString();
}
