/** Negative prompts as they are typed: what stands before a comma or a line break becomes a chip. */
import type { FormValues } from '../../core/sidebar/formValues.ts';

type Negatives = Pick<FormValues, 'negativePrompt' | 'negativeDraft'>;

/** @param typed what stands in the input now */
export function typeNegative({ negativePrompt }: Negatives, typed: string): Negatives {
  const parts = typed.split(/[,\n]/);
  const negativeDraft = parts.pop() ?? '';
  return { negativePrompt: withNegatives(negativePrompt, parts), negativeDraft };
}

/** Makes a chip of what was typed so far. */
export function addNegative({ negativePrompt, negativeDraft }: Negatives): Negatives {
  return { negativePrompt: withNegatives(negativePrompt, [negativeDraft]), negativeDraft: '' };
}

function withNegatives(list: readonly string[], more: readonly string[]): readonly string[] {
  const added = more.map((text) => text.trim()).filter((text) => text !== '');
  return added.length === 0 ? list : [...new Set([...list, ...added])];
}
