/** Checks a record that was read back from a journal. */
import type { GenerationRecord } from '../metadata/record.ts';
import { parameters, type ParameterName } from '../parameters.ts';
import type { ParameterValues } from '../request.ts';

/** Undefined for what is no record of this version. A parameter of the wrong type is left out, and so is what else there is. */
export function parseRecord(value: unknown): GenerationRecord | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const record = value as Readonly<Record<string, unknown>>;
  const { version, prompt, model, provider, width, height, createdAt, generator } = record;
  if (version !== 1 || !isPixels(width) || !isPixels(height)) return undefined;
  if (!isText(prompt) || !isText(model) || !isText(provider) || !isText(createdAt) || !isText(generator))
    return undefined;
  if (Number.isNaN(Date.parse(createdAt))) return undefined;
  const known = parseParameters(record['parameters']);
  return { version, prompt, model, provider, parameters: known, width, height, createdAt, generator };
}

function parseParameters(value: unknown): ParameterValues {
  if (typeof value !== 'object' || value === null) return {};
  const known = Object.entries(value).filter(
    ([name, one]) => Object.hasOwn(parameters, name) && isLike(one, name as ParameterName),
  );
  return Object.fromEntries(known);
}

function isLike(value: unknown, name: ParameterName): boolean {
  switch (parameters[name].type) {
    case 'integer':
    case 'number':
      return typeof value === 'number';
    case 'seed':
      return isText(value) && /^\d{1,20}$/.test(value);
    case 'text':
      return isText(value);
    case 'textList':
      return Array.isArray(value) && value.every(isText);
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isPixels(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) > 0;
}
