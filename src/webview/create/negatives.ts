/**
 * Negative prompts as they are typed: what stands before a comma or a line break becomes a chip. Where no more chips fit,
 * the rest stays as it was typed.
 */
import type { FormValues } from '../../core/sidebar/formValues.ts';
import { maxListText, mostNegatives } from '../../core/sidebar/limits.ts';

type Negatives = Pick<FormValues, 'negativePrompt' | 'negativeDraft'>;

/** @param typed what stands in the input now */
export function typeNegative({ negativePrompt }: Negatives, typed: string): Negatives {
  const pieces = typed.split(/([,\n])/);
  // A text and what ended it, in turns; the last text is not ended yet.
  for (let at = 0; at + 1 < pieces.length; at += 2) {
    const added = withNegative(negativePrompt, pieces[at] ?? '');
    if (!added) return { negativePrompt, negativeDraft: pieces.slice(at).join('') };
    negativePrompt = added;
  }
  return { negativePrompt, negativeDraft: pieces.at(-1) ?? '' };
}

/** Makes a chip of what was typed so far. */
export function addNegative({ negativePrompt, negativeDraft }: Negatives): Negatives {
  const added = withNegative(negativePrompt, negativeDraft);
  return added ? { negativePrompt: added, negativeDraft: '' } : { negativePrompt, negativeDraft };
}

export function isFull({ negativePrompt }: Pick<Negatives, 'negativePrompt'>): boolean {
  return negativePrompt.length >= mostNegatives;
}

/** Undefined where it does not fit. */
function withNegative(list: readonly string[], typed: string): readonly string[] | undefined {
  const text = typed.trim();
  if (text === '' || list.includes(text)) return list;
  const size = list.reduce((sum, { length }) => sum + length + 1, text.length);
  return list.length < mostNegatives && size <= maxListText ? [...list, text] : undefined;
}
