/**
 * Takes apart the text that image programs have agreed on, by the rules of the program that began it: AUTOMATIC1111's
 * `parse_generation_parameters` (modules/infotext_utils.py).
 */
import { readSettingsLine, type SettingsLine } from './readSettingsLine.ts';

export interface ParametersParts {
  readonly prompt: string;
  readonly negativePrompt: string;
  /** By name in lower case. */
  readonly settings: ReadonlyMap<string, string>;
  /** False for a mere sentence, which may be anything: it has neither settings nor a negative prompt. */
  readonly isCertain: boolean;
}

const negativeMark = 'Negative prompt:';
const fewestSettings = 3;

export function splitParametersText(text: string): ParametersParts {
  const lines = unfolded(plainLines(text).trim()).split('\n');
  const found = findSettings(lines);
  const prompt: string[] = [];
  const negative: string[] = [];
  let isNegative = false;
  for (const line of found ? lines.slice(0, found.at) : lines) {
    const trimmed = line.trim();
    const isMarked = trimmed.startsWith(negativeMark);
    isNegative ||= isMarked;
    (isNegative ? negative : prompt).push(isMarked ? trimmed.slice(negativeMark.length).trim() : trimmed);
  }
  return {
    prompt: prompt.join('\n').trim(),
    negativePrompt: negative.join('\n').trim(),
    settings: found?.line.values ?? new Map(),
    isCertain: found !== undefined || isNegative,
  };
}

/**
 * The last line, when it has three settings or more. Otherwise the last one that begins with the first of them, behind
 * which extensions have written more: sd-dynamic-prompts its templates.
 */
function findSettings(lines: readonly string[]): { readonly at: number; readonly line: SettingsLine } | undefined {
  const last = lines.length - 1;
  const marked = lines.findLastIndex((line) => line.trimStart().startsWith('Steps:'));
  for (const at of [last, marked]) {
    const line = readSettingsLine(lines[at] ?? '');
    if (line.count >= fewestSettings) return { at, line };
  }
  return undefined;
}

/** One kind of line break; texts often end in a NUL. */
function plainLines(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll('\0', '');
}

/** Some programs put all of it into one line; AUTOMATIC1111 would take the prompt for the name of a setting. */
function unfolded(text: string): string {
  if (text.includes('\n')) return text;
  return text.replace(/\s(?=Negative prompt:)/, '\n').replace(/(?<!,)\s(?=Steps: \d)/, '\n');
}
