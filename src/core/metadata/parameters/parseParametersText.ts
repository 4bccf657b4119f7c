/** Settings from the text that AUTOMATIC1111, Forge, SD.Next, ComfyUI's savers, Civitai and we ourselves write. */
import type { ParameterName } from '../../parameters.ts';
import { maxPromptLength } from '../../prompt/promptProblem.ts';
import { keepValid } from './keepValid.ts';
import type { ReusableSettings } from '../imageSettings.ts';
import { splitParametersText } from './splitParametersText.ts';
import { validModel } from './validModel.ts';

export interface ParametersText {
  readonly settings: ReusableSettings;
  /** False for a mere sentence, which may be anything. */
  readonly isCertain: boolean;
}

type Settings = ReadonlyMap<string, string>;

/** How each parameter is written; what is out of range is left out afterwards. */
const readers = {
  width: (settings) => size(settings)[0],
  height: (settings) => size(settings)[1],
  steps: (settings) => number(settings.get('steps')),
  // Forge's name for what FLUX calls guidance scale; its "CFG scale" is then 1, for none.
  guidanceScale: (settings) => number(settings.get('distilled cfg scale') ?? settings.get('cfg scale')),
  scheduler,
  seed: (settings) => settings.get('seed'),
} as const satisfies Readonly<Record<Exclude<ParameterName, 'negativePrompt'>, (settings: Settings) => unknown>>;

/**
 * Extra networks (`<lora:name:1>`) stay in the prompt. Several negative prompts are one in such a text. Undefined where
 * it is empty, JSON of some other program, or where the prompt is too long to be asked for. Never throws.
 */
export function parseParametersText(text: string): ParametersText | undefined {
  const { prompt, negativePrompt, settings, isCertain } = splitParametersText(text);
  const isJson = !isCertain && /^[{[]/.test(prompt);
  if (isJson || prompt.length > maxPromptLength || (prompt === '' && !isCertain)) return undefined;
  // The hash is what AUTOMATIC1111's API takes for a name; worth having only without one.
  const model = validModel(settings.get('model')) ?? validModel(settings.get('model hash'));
  const values = Object.fromEntries(Object.entries(readers).map(([name, read]) => [name, read(settings)]));
  return {
    settings: { prompt, ...(model === undefined ? {} : { model }), ...keepValid({ ...values, negativePrompt }) },
    isCertain,
  };
}

function number(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}(?:\.\d{1,20})?(?:e-\d{1,3})?$/.test(text) ? Number(text) : undefined;
}

function size(settings: Settings): readonly (number | undefined)[] {
  const [, width, height] = /^(\d{1,5})x(\d{1,5})$/.exec(settings.get('size') ?? '') ?? [];
  return [number(width), number(height)];
}

/** Since version 1.9 the schedule stands apart; before, and in its API, both are one name: `DPM++ 2M Karras`. */
function scheduler(settings: Settings): string | undefined {
  const sampler = known(settings.get('sampler'));
  const schedule = known(settings.get('schedule type'));
  const isNamed = schedule === undefined || sampler?.toLowerCase().endsWith(schedule.toLowerCase());
  return sampler === undefined || isNamed ? sampler : `${sampler} ${schedule}`;
}

/** One line, and not the words for "as usual" and, on Civitai, for "nobody knows". */
function known(value: string | undefined): string | undefined {
  return value === undefined || /^(?:automatic|undefined)?$|\p{Cc}/iu.test(value) ? undefined : value;
}
