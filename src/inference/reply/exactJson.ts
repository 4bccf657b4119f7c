/** JSON whose integers stay exact: seeds have 64 bits, and a JavaScript number holds 53 of them. */

export type Json =
  string | number | bigint | boolean | null | readonly Json[] | { readonly [name: string]: Json | undefined };

/** Like `JSON.stringify`, and a bigint becomes a number with all its digits. */
export function writeExactJson(value: Json): string {
  if (typeof value === 'bigint') return value.toString();
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(writeExactJson).join(',')}]`;
  const members = Object.entries(value).flatMap(([name, member]) =>
    member === undefined ? [] : [`${JSON.stringify(name)}:${writeExactJson(member)}`],
  );
  return `{${members.join(',')}}`;
}

/**
 * Like `JSON.parse`, and an integer of 16 digits or more comes back as the text of its digits.
 * @throws {SyntaxError}
 */
export function readExactJson(text: string): unknown {
  return JSON.parse(quoteLongIntegers(text));
}

/** Goes from string to string with `indexOf`: a picture in base64 is one string of many megabytes. */
function quoteLongIntegers(text: string): string {
  const pieces: string[] = [];
  let position = 0;
  while (position < text.length) {
    const opening = text.indexOf('"', position);
    const between = text.slice(position, opening === -1 ? undefined : opening);
    pieces.push(between.replaceAll(/(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/g, '"$&"'));
    if (opening === -1) break;
    const end = endOfString(text, opening);
    pieces.push(text.slice(opening, end));
    position = end;
  }
  return pieces.join('');
}

/** The index after the closing quote: the first quote with an even number of backslashes before it. */
function endOfString(text: string, opening: number): number {
  let quote = text.indexOf('"', opening + 1);
  while (quote !== -1) {
    let backslashes = 0;
    while (text[quote - 1 - backslashes] === '\\') backslashes++;
    if (backslashes % 2 === 0) return quote + 1;
    quote = text.indexOf('"', quote + 1);
  }
  return text.length;
}
