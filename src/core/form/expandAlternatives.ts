/** `a {red|blue} {cat|dog}` is four prompts. */
import { parseAlternatives, type Choice, type Sequence } from './alternatives.ts';

export interface Expanded {
  /** In the order in which one counts: the last choice changes fastest. At most `limit` of them. */
  readonly prompts: readonly string[];
  /** How many there are without the limit; no more than `Number.MAX_SAFE_INTEGER` is counted. */
  readonly total: number;
}

/**
 * All combinations of the alternatives, which may hold others. `\{`, `\|` and `\}` are plain text, so are braces without
 * a partner, without a bar between them, or more than fifty deep. To be done before styles are applied: a style is text
 * that has been thought about.
 */
export function expandAlternatives(prompt: string, limit: number): Expanded {
  const sequence = parseAlternatives(prompt);
  const total = Math.min(sequence.count, Number.MAX_SAFE_INTEGER);
  const length = Math.max(0, Math.floor(Math.min(limit, total)));
  return { prompts: Array.from({ length }, (_, index) => textAt(sequence, index)), total };
}

/** The text with that number, from 0. */
function textAt({ parts }: Sequence, index: number): string {
  let rest = index;
  let text = '';
  for (const part of parts.toReversed()) {
    if (typeof part === 'string') {
      text = part + text;
    } else {
      text = optionAt(part, rest % part.count) + text;
      rest = Math.floor(rest / part.count);
    }
  }
  return text;
}

function optionAt({ options }: Choice, index: number): string {
  let rest = index;
  for (const option of options) {
    if (rest < option.count) return textAt(option, rest);
    rest -= option.count;
  }
  return '';
}
