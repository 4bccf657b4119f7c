/** What happens with the seed that stands in the form. */
import type { FormStrings } from '../../core/sidebar/pageStrings.ts';
import type { FormValues } from '../../core/sidebar/formValues.ts';
import { fill } from '../page/fill.ts';

/**
 * @param setting the seed in the settings; empty: none
 * @returns undefined where the field itself says it: its seed is used, or it is empty and its placeholder is true
 */
export function seedNote(
  { seed, seedLocked }: Pick<FormValues, 'seed' | 'seedLocked'>,
  setting: string,
  words: Pick<FormStrings, 'seedOfSetting' | 'seedNotUsed'>,
): string | undefined {
  const isTyped = seed.trim() !== '';
  if (isTyped && seedLocked) return undefined;
  if (setting !== '') return fill(words.seedOfSetting, setting);
  return isTyped ? words.seedNotUsed : undefined;
}
