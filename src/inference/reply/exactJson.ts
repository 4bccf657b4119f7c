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
 * @throws {SyntaxError} also for JSON of more parts than any answer has
 */
export function readExactJson(text: string): unknown {
  return JSON.parse(quoteLongIntegers(text));
}

/**
 * Characters outside of texts, of which no answer has a hundredth. A picture is one long text; of brackets and short
 * texts an answer of 60 MB could be made that takes a minute and gigabytes to read.
 */
const mostStructure = 1_000_000;

/** Goes from string to string with `indexOf`, and copies only where something is found: a picture is many megabytes. */
function quoteLongIntegers(text: string): string {
  const pieces: string[] = [];
  let position = 0;
  let copied = 0;
  let structure = 0;
  while (position < text.length) {
    const opening = text.indexOf('"', position);
    const end = opening === -1 ? text.length : opening;
    structure += end - position + 2;
    if (structure > mostStructure) throw new SyntaxError('Too many parts');
    const between = text.slice(position, end);
    const quoted = between.replaceAll(/(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/g, '"$&"');
    if (quoted !== between) {
      pieces.push(text.slice(copied, position), quoted);
      copied = end;
    }
    if (opening === -1) break;
    position = endOfString(text, opening);
  }
  return pieces.length === 0 ? text : [...pieces, text.slice(copied)].join('');
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
