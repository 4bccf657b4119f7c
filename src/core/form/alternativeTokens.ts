/** The marks of `{red|blue}` in a prompt, apart from those that a backslash makes plain text. */

export interface Token {
  /** What a mark means; missing for plain text. */
  readonly mark?: '{' | '|' | '}';
  /** What stands in the result where the token is text. */
  readonly text: string;
  /** As typed, where that is something else: an escaped bar is one only between braces. */
  readonly typed?: string;
}

/**
 * Backslashes before a mark come in pairs, each for one backslash; one that is left over makes the mark plain text.
 * Backslashes anywhere else are what they are: AUTOMATIC1111 has them before parentheses.
 */
export function alternativeTokens(prompt: string): readonly Token[] {
  const tokens: Token[] = [];
  let from = 0;
  for (const { index, 0: whole, 1: slashes = '', 2: mark } of prompt.matchAll(/(\\+|(?=[{|}]))([{|}])?/g)) {
    if (mark === undefined) continue;
    if (index > from) tokens.push({ text: prompt.slice(from, index) });
    from = index + whole.length;
    const half = '\\'.repeat(slashes.length / 2);
    const isPlain = slashes.length % 2 === 1;
    const text = isPlain ? half + mark : half;
    if (text !== '') tokens.push(mark === '|' ? { text, typed: isPlain ? whole : slashes } : { text });
    if (!isPlain) tokens.push({ mark: mark as '{' | '|' | '}', text: mark });
  }
  if (from < prompt.length) tokens.push({ text: prompt.slice(from) });
  return tokens;
}

/** A text that means itself, with no alternatives in it. */
export function escapeAlternatives(text: string): string {
  return text.replaceAll(/(\\+|(?=[{}]))([{}])?/g, (whole, slashes: string, mark?: string) =>
    mark === undefined ? whole : `${slashes}${slashes}\\${mark}`,
  );
}
