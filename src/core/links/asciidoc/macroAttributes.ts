/** What stands in the brackets of an AsciiDoc macro: `alt text,300,200,link="…"`. */

export interface MacroAttributes {
  readonly positional: readonly string[];
  readonly named: ReadonlyMap<string, string>;
}

// One of the three at each step, from where the last one ended.
const quoted =
  /\s*(?:([\p{L}_][\p{L}\p{N}_:-]*)\s*=\s*)?(?:"([^"\\]*(?:\\[^][^"\\]*)*)"|'([^'\\]*(?:\\[^][^'\\]*)*)')\s*(?=,|$)/uy;
const bare = /\s*(?:([\p{L}_][\p{L}\p{N}_:-]*)\s*=\s*)?([^,]*)/uy;

export function macroAttributes(text: string): MacroAttributes {
  const positional: string[] = [];
  const named = new Map<string, string>();
  let position = 0;
  for (;;) {
    quoted.lastIndex = bare.lastIndex = position;
    const inQuotes = quoted.exec(text);
    const match = inQuotes ?? bare.exec(text);
    if (!match) break;
    const [whole, name, first, second] = match;
    const value = inQuotes ? (first ?? second ?? '').replace(/\\(["'])/gu, '$1') : (first ?? '').trim();
    if (name === undefined) positional.push(value);
    else named.set(name.toLowerCase(), value);
    position += whole.length;
    if (text.charAt(position) !== ',') break;
    position++;
  }
  return { positional, named };
}
