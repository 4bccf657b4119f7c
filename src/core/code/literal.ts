/** Values as JSON, which Python and JavaScript read as well. */

export type Value = string | number | bigint | readonly Value[] | { readonly [name: string]: Value | undefined };

/** Characters that cannot be seen, or that change the order in which others are seen. */
const invisible = /[\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/**
 * On several lines, each but the first after `indent`. A bigint becomes a number with all its digits.
 * @param writeName what the names of an object's members look like
 */
export function literal(value: Value, indent = '', writeName: (name: string) => string = textLiteral): string {
  if (typeof value === 'string') return textLiteral(value);
  if (typeof value !== 'object') return String(value);
  const inner = `${indent}    `;
  const write = (each: Value): string => literal(each, inner, writeName);
  if (isList(value)) return `[${value.map(write).join(', ')}]`;
  const members = membersOf(value).map(([name, member]) => `${inner}${writeName(name)}: ${write(member)}`);
  return members.length === 0 ? '{}' : `{\n${members.join(',\n')}\n${indent}}`;
}

/** In double quotes. Half a surrogate pair, which no program could be saved with, is escaped too. */
export function textLiteral(text: string): string {
  return JSON.stringify(text).replaceAll(
    invisible,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Those that are set. */
export function membersOf(value: Readonly<Record<string, Value | undefined>>): readonly (readonly [string, Value])[] {
  return Object.entries(value).flatMap(([name, member]) => (member === undefined ? [] : [[name, member] as const]));
}

function isList(value: object): value is readonly Value[] {
  return Array.isArray(value);
}
