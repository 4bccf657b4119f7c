/**
 * Text in Org that must not be read as markup. Org has no escape for that; a character that nobody sees keeps the marks
 * apart from what makes them marks.
 */

/** To Org it is neither a space nor part of a word. */
export const wordJoiner = '\u2060';

// Emphasis and code need a space or the like in front; the others are kept from what follows.
const opening = /(?<![\p{L}\p{N}])[*/=~+_](?=\S)/gu;
const beginning =
  /[_^](?=[\p{L}\p{N}{*+\-.,\\(])|\[(?=\[|fn:|cite|\d)|<(?=[<\p{L}\d])|@(?=@)|-(?=-)|\.(?=\.)|\{(?=\{)|\\(?=[\p{L}([_\\])/gu;

/** A line of text. Formulas between dollar signs have no other way out than the sign's name. */
export function writeOrgText(text: string): string {
  return text
    .replace(beginning, `$&${wordJoiner}`)
    .replace(opening, `${wordJoiner}$&`)
    .replace(/\$(?=[^$]*\$)|(?<=\$[^$]*)\$/gu, String.raw`\dollar{}` + wordJoiner);
}

/** What was written so. */
export function readOrgText(text: string): string {
  return text.replaceAll(wordJoiner, '').replaceAll(String.raw`\dollar{}`, '$');
}
