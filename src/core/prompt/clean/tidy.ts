/** The last step of cleaning: one line without anything that cannot be seen. */
import { oneLine } from '../../links/oneLine.ts';

// Chinese and Japanese put no spaces between words, so a line break between two of their characters is nothing.
const breakWithin =
  /(?<=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u3000-\u303F\uFF01-\uFF60])[^\S\n]*\n\s*(?=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u3000-\u303F\uFF01-\uFF60])/gu;

export function tidy(text: string): string {
  return oneLine(text.replace(/\r\n?|[\u2028\u2029\v\f]/gu, '\n').replace(breakWithin, ''));
}
