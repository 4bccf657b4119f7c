/** Takes out what carries words that no reader sees: a language model reads them all the same. */

// Tags spell out ASCII, and the variation selectors of the supplement any byte; neither has a shape of its own.
const hidden = /[\u{E0000}-\u{E01EF}]/gu;

export function withoutHidden(text: string): string {
  return text.replace(hidden, '');
}
