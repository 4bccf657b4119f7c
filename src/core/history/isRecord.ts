/** Checks a record that was read back from a journal. */
import type { GenerationRecord } from '../metadata/record.ts';
import { parameters, type Parameter } from '../parameters.ts';

/**
 * By types alone: it was in range when it was written, and whoever asks for the same again checks that anew. Of a file
 * that anybody may have made, `readRecord` asks more.
 */
export function isRecord(value: unknown): value is GenerationRecord {
  if (typeof value !== 'object' || value === null) return false;
  const fields = value as Fields;
  const { version, width, height, createdAt } = fields;
  if (
    version !== 1 ||
    !isPixels(width) ||
    !isPixels(height) ||
    !texts.every((name) => typeof fields[name] === 'string')
  ) {
    return false;
  }
  return !Number.isNaN(Date.parse(createdAt as string)) && areParameters(fields['parameters']);
}

const texts = ['prompt', 'model', 'provider', 'createdAt', 'generator'] as const;

type Fields = Readonly<Record<string, unknown>>;

const table = Object.entries(parameters) as readonly (readonly [string, Parameter])[];

function areParameters(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const given = value as Fields;
  return table.every(([name, { type }]) => given[name] === undefined || isLike(given[name], type));
}

function isLike(value: unknown, type: Parameter['type']): boolean {
  switch (type) {
    case 'integer':
    case 'number':
      return typeof value === 'number';
    case 'seed':
      return typeof value === 'string' && /^\d{1,20}$/.test(value);
    case 'text':
      return typeof value === 'string';
    case 'textList':
      return Array.isArray(value) && value.every((one) => typeof one === 'string');
  }
}

function isPixels(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) > 0;
}
