/** What keeps a text from being a prompt. */
import type { RequestProblem } from '../failure.ts';

/** UTF-16 code units. Text encoders read some hundred words; a longer text is a document selected by mistake. */
export const maxPromptLength = 10_000;

export function promptProblem(prompt: string): RequestProblem | undefined {
  if (prompt.trim() === '') return { type: 'emptyPrompt' };
  if (prompt.length <= maxPromptLength) return undefined;
  return { type: 'promptTooLong', length: prompt.length, limit: maxPromptLength };
}
