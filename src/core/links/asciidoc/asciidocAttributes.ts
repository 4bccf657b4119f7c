/** Attributes of AsciiDoc documents, `:name: value`, as they change from line to line, and references to them. */

/** Those that every document has, as far as targets use them. The document's own folder is where a path starts anyway. */
const builtIn: readonly (readonly [name: string, value: string])[] = [
  ['empty', ''],
  ['sp', ' '],
  ['plus', '+'],
  ['docdir', '.'],
];

export interface Attributes {
  readonly get: (name: string) => string | undefined;
  /** Takes an attribute entry, complete with continued lines. */
  readonly enter: (entry: string) => void;
  /** Takes `ifdef::x[]`, `ifndef::x[…]`, `endif::[]`: entries in what does not apply here are not heard. */
  readonly decide: (directive: string) => void;
  /** The text with its references replaced; undefined where one of them is not defined. */
  readonly fill: (text: string) => string | undefined;
}

const entry = /^:(!?)([^:!\s][^:!]*)(!?):(?:\s+([^]*))?$/u;
const directive = /^(ifdef|ifndef|ifeval|endif)::(\S*?)\[(.*)\]$/u;
const reference = /\{([\p{L}\p{N}_][\p{L}\p{N}_-]*)\}/gu;

export function documentAttributes(): Attributes {
  const values = new Map<string, string>(builtIn);
  /** For each conditional that is open, whether it applies. */
  const open: boolean[] = [];
  let closed = 0;

  function get(name: string): string | undefined {
    return values.get(name.toLowerCase());
  }

  function fill(text: string): string | undefined {
    let isComplete = true;
    const filled = text.replace(reference, (match, name: string) => {
      const value = get(name);
      if (value === undefined) isComplete = false;
      return value ?? match;
    });
    return isComplete ? filled : undefined;
  }

  function enter(text: string): void {
    const match = entry.exec(text);
    if (!match || closed > 0) return;
    const [, before, name = '', behind, value = ''] = match;
    const key = name.trim().toLowerCase();
    if (before === '!' || behind === '!') values.delete(key);
    else values.set(key, limited(fill(value.trim()) ?? value.trim()));
  }

  function decide(text: string): void {
    const match = directive.exec(text.trimEnd());
    if (!match) return;
    const [, word, names = '', content = ''] = match;
    if (word === 'endif') {
      if (open.pop() === false) closed--;
      return;
    }
    const applies = word === 'ifeval' || holds(names) === (word === 'ifdef');
    if (word !== 'ifeval' && content !== '') {
      if (applies) enter(content);
      return;
    }
    open.push(applies);
    if (!applies) closed++;
  }

  function holds(names: string): boolean {
    if (names.includes('+')) return names.split('+').every((name) => get(name) !== undefined);
    return names.split(',').some((name) => get(name) !== undefined);
  }

  return { get, enter, decide, fill };
}

/** Attributes that are made of themselves twice over would grow without end. */
function limited(value: string): string {
  return value.slice(0, 4_000);
}
