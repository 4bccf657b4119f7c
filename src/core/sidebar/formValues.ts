/** What stands in the sidebar's form: texts as they were typed, so that nothing typed is ever lost, right or wrong. */
import { parameters, type ParameterName } from '../parameters.ts';
import { maxFieldText, maxListText } from './limits.ts';

export interface FormValues {
  readonly prompt: string;
  readonly negativePrompt: readonly string[];
  /** Typed but not yet a chip. */
  readonly negativeDraft: string;
  /** Empty: the setting's, and without one the model's own. The same for all texts below. */
  readonly width: string;
  readonly height: string;
  /** Changing one side of the size changes the other. */
  readonly ratioLocked: boolean;
  readonly steps: string;
  readonly guidanceScale: string;
  readonly scheduler: string;
  readonly seed: string;
  /** False: as if `seed` were empty, whatever stands in it. */
  readonly seedLocked: boolean;
  readonly count: string;
  readonly model: string;
  readonly provider: string;
  /** Names of chosen styles, in the order they were chosen. */
  readonly styles: readonly string[];
}

export const emptyForm: FormValues = {
  prompt: '',
  negativePrompt: [],
  negativeDraft: '',
  width: '',
  height: '',
  ratioLocked: false,
  steps: '',
  guidanceScale: '',
  scheduler: '',
  seed: '',
  seedLocked: false,
  count: '1',
  model: '',
  provider: '',
  styles: [],
};

/**
 * What of a value from the page, or from an earlier version's memory, is a form. Anything else is left empty; what is too
 * much is cut, never left out as a whole.
 */
export function parseFormValues(value: unknown): FormValues {
  const given = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  const form = Object.entries(emptyForm).map(([name, empty]) => {
    const one = Object.hasOwn(given, name) ? given[name] : undefined;
    return [name, fitting(one, empty)];
  });
  return Object.fromEntries(form) as FormValues;
}

function fitting(value: unknown, empty: string | boolean | readonly string[]): string | boolean | readonly string[] {
  if (typeof empty === 'boolean') return typeof value === 'boolean' ? value : empty;
  if (typeof empty === 'string') return isText(value) ? value.slice(0, maxFieldText) : empty;
  return Array.isArray(value) && value.every(isText) ? fittingTexts(value) : empty;
}

function fittingTexts(texts: readonly string[]): readonly string[] {
  const kept: string[] = [];
  let left = maxListText;
  for (const text of texts) {
    if (left <= 0) break;
    kept.push(text.slice(0, Math.min(left, maxFieldText)));
    left -= text.length + 1;
  }
  return kept;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** The form's fields that hold one parameter each. */
export const parameterFields = Object.keys(parameters) as readonly ParameterName[];
