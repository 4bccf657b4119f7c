/** Text in Org that must not be read as markup. */

/** Nobody sees it, and to Org it is neither a space nor part of a word. */
export const wordJoiner = '\u2060';
