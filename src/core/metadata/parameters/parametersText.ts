/**
 * The request as the text that image programs have agreed on: what AUTOMATIC1111's web UI writes into its pictures and
 * what it, Forge, Civitai and many others read back (its `create_infotext` and `parse_generation_parameters`).
 *
 * Limits of the format, for which there is the exact JSON beside it: spaces at the ends of a line are lost, a line of
 * the prompt that begins with "Negative prompt:" is read as one, and several negative prompts become one.
 */
import { isDraft } from '../../draft/isDraft.ts';
import type { GenerationRecord } from '../record.ts';

export function parametersText(record: GenerationRecord): string {
  const { negativePrompt, steps, scheduler, guidanceScale, seed } = record.parameters;
  const settings = {
    Steps: steps,
    Sampler: scheduler,
    'CFG scale': guidanceScale,
    Seed: seed,
    Size: `${record.width}x${record.height}`,
    Model: record.model,
    Version: record.generator,
    // A setting that no reader knows is passed over.
    Draft: isDraft(record) ? 'true' : undefined,
  };
  const negative = printable(negativePrompt?.join(', ') ?? '').trim();
  return [
    printable(record.prompt).trim(),
    ...(negative === '' ? [] : [`Negative prompt: ${negative}`]),
    Object.entries(settings)
      .filter(([, value]) => value !== undefined && value !== '')
      .map(([name, value]) => `${name}: ${quoteIfNeeded(String(value))}`)
      .join(', '),
  ].join('\n');
}

/** One kind of line break and no control characters: a NUL would end the text in PNG and in many EXIF readers. */
function printable(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(/[^\P{Cc}\n\t]/gu, '');
}

/** Readers split at commas and take a text in double quotes for JSON. */
function quoteIfNeeded(value: string): string {
  const isPlain = /^[^\s",:\p{Cc}](?:[^",:\p{Cc}]*[^\s",:\p{Cc}])?$/u.test(value);
  return isPlain ? value : JSON.stringify(value);
}
