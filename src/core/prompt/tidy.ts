/** The last step of cleaning: one line without anything that cannot be seen. */

// Joiners stay: Persian, Indic scripts and emoji need them.
const unwanted = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u00AD\u200B\u2060\u202A-\u202E\u2066-\u2069\uFEFF]/gu;
// Chinese and Japanese put no spaces between words, so a line break between two of their characters is nothing.
const breakWithin =
  /(?<=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u3000-\u303F\uFF01-\uFF60])[^\S\n]*\n\s*(?=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u3000-\u303F\uFF01-\uFF60])/gu;

export function tidy(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\v\f]/gu, '\n')
    .replace(breakWithin, '')
    .replace(/\s+/gu, ' ')
    .replace(unwanted, '')
    .trim();
}
