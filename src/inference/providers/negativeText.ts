/** The negative prompts as the one text that most services want. */
import type { ParameterValues } from '../../core/parameters.ts';

export function negativeText({ negativePrompt }: ParameterValues): string | undefined {
  return negativePrompt?.length ? negativePrompt.join(', ') : undefined;
}
