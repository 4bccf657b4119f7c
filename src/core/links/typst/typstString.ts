/** String literals of Typst. */

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** What a literal means, given without its quotes. */
export function readTypstString(literal: string): string {
  return literal.replace(/\\(?:u\{([0-9A-Fa-f]{1,6})\}|([^]))/gu, (match, code?: string, character?: string) => {
    if (code === undefined) return escapes[character ?? ''] ?? character ?? match;
    const value = Number.parseInt(code, 16);
    return value <= 0x10ffff ? String.fromCodePoint(value) : match;
  });
}

/** Without its quotes. What cannot be seen is written by its number. */
export function writeTypstString(text: string): string {
  return text
    .replace(/["\\]/gu, String.raw`\$&`)
    .replace(/[\p{Cc}\p{Cf}]|(?! )\s/gu, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
