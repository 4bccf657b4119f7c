/** Which writing a draft has shown as bars, in words: a reader of the layout should know what will stand there. */
import type { FindGlyph } from '../font/font.ts';

/** A text with any of the letters is in that language; of several rows the first. */
const scripts: readonly (readonly [name: string, letters: RegExp])[] = [
  ['Japanese', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['Chinese', /\p{Script=Han}/u],
  ['Korean', /\p{Script=Hangul}/u],
  ['Arabic', /\p{Script=Arabic}/u],
  ['Hebrew', /\p{Script=Hebrew}/u],
  ['Devanagari', /\p{Script=Devanagari}/u],
  ['Bengali', /\p{Script=Bengali}/u],
  ['Tamil', /\p{Script=Tamil}/u],
  ['Telugu', /\p{Script=Telugu}/u],
  ['Thai', /\p{Script=Thai}/u],
  ['Georgian', /\p{Script=Georgian}/u],
  ['Armenian', /\p{Script=Armenian}/u],
];

/** English, like the rest of a draft: the picture is for everyone who reads the document. Undefined where all is drawn. */
export function barsNote(text: string, find: FindGlyph): string | undefined {
  const missing = text.replaceAll(/\P{L}+|\p{L}/gu, (part) => (/^\p{L}/u.test(part) && !find(part) ? part : ''));
  if (missing === '') return undefined;
  const found = scripts.find(([, letters]) => letters.test(missing));
  return found ? `Bars stand for ${found[0]} text` : 'Bars stand for text';
}

/** All that a note may be written with, so that the font is loaded for it. */
export const noteLetters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
