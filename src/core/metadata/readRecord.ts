/** Reads the exact JSON back. A file is a stranger's input: only known fields come through, each within its range. */
import { promptProblem } from '../prompt/promptProblem.ts';
import { keepValid } from './parameters/keepValid.ts';
import type { GenerationRecord } from './record.ts';
import type { ReusableSettings } from './imageSettings.ts';
import { validModel } from './parameters/validModel.ts';

export interface ReadRecord {
  readonly settings: ReusableSettings;
  /** Missing where a field is that only the record has, such as when it was made. */
  readonly record?: GenerationRecord;
}

/** Undefined where the text is no JSON, of another version, or without a prompt that can be asked for. Never throws. */
export function readRecord(json: string): ReadRecord | undefined {
  const fields = parseObject(json);
  const prompt = fields?.['prompt'];
  if (fields?.['version'] !== 1 || typeof prompt !== 'string' || promptProblem(prompt)) return undefined;

  const model = validModel(fields['model']);
  const parameters = keepValid(asObject(fields['parameters']) ?? {});
  const settings = { prompt, ...(model === undefined ? {} : { model }), ...parameters };
  const provider = line(fields['provider']);
  const generator = line(fields['generator']);
  const { width, height, createdAt } = fields;
  const isWhole =
    model !== undefined && provider !== undefined && generator !== undefined && isSide(width) && isSide(height);
  if (!isWhole || !isTime(createdAt)) return { settings };
  return { settings, record: { version: 1, prompt, model, provider, parameters, width, height, createdAt, generator } };
}

function parseObject(json: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return asObject(JSON.parse(json));
  } catch {
    return undefined;
  }
}

function asObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as Readonly<Record<string, unknown>>) : undefined;
}

/** A short text in one line. */
function line(value: unknown): string | undefined {
  return typeof value === 'string' && /^[^\p{Cc}]{1,200}$/u.test(value) ? value : undefined;
}

/** Pixels: no format that is read has more to a side than fit into 31 bits. */
function isSide(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value < 2 ** 31;
}

function isTime(value: unknown): value is string {
  const isIso = typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/.test(value);
  return isIso && !Number.isNaN(Date.parse(value));
}
