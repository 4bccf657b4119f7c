/** How many images the form asks for. */
import { countAlternatives } from '../../core/form/alternatives.ts';
import { mostPrompts } from '../../core/sidebar/limits.ts';
import type { FormValues } from '../../core/sidebar/formValues.ts';

export interface ImageCount {
  readonly prompts: number;
  /** More prompts than can be sent at once. */
  readonly isTooMany: boolean;
  readonly images: number;
}

export function imageCount({ prompt, count }: Pick<FormValues, 'prompt' | 'count'>): ImageCount {
  const prompts = Math.max(1, countAlternatives(prompt));
  const each = Number(count || 1);
  // Nothing is promised for a count that will be refused.
  const images = Number.isSafeInteger(each) && each > 0 ? prompts * each : 1;
  return { prompts, isTooMany: prompts > mostPrompts, images };
}
