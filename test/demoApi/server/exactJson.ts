/** JSON whose integers stay exact: seeds have up to 64 bits, and a JavaScript number holds only 53 of them. */

const tag = '\u0000exact integer:';
const stringOrNumber = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/**
 * Like JSON.parse, but integers that a number cannot hold come back as bigint.
 * @throws SyntaxError when the text is not JSON.
 */
export function parseExactJson(text: string): unknown {
  const plain: unknown = JSON.parse(text);
  const marked = text.replace(stringOrNumber, (token) =>
    /^-?\d+$/.test(token) && !Number.isSafeInteger(Number(token)) ? JSON.stringify(tag + token) : token,
  );
  if (marked === text) return plain;
  return JSON.parse(marked, (_key, value: unknown) =>
    typeof value === 'string' && value.startsWith(tag) ? BigInt(value.slice(tag.length)) : value,
  );
}

/** Like JSON.stringify, and a bigint becomes a number with all its digits. */
export function writeExactJson(value: unknown): string {
  const text = JSON.stringify(value, (_key, member: unknown) =>
    typeof member === 'bigint' ? `${tag}${member}` : member,
  );
  return text.replaceAll(new RegExp(`"${JSON.stringify(tag).slice(1, -1).replace('\\', '\\\\')}(-?\\d+)"`, 'g'), '$1');
}
