/** Reads what is simple in front matter, YAML's and TOML's: keys with words as their values. */
import { linesOf, type FrontMatter, type Line } from './frontMatterText.ts';

/** Keys that stand together. */
export interface Mapping {
  /** The key that the mapping belongs to, '' at the top. */
  readonly key: string;
}

export interface Entry {
  readonly mapping: Mapping;
  /** As written, without quotes. An item of a list has the list's. */
  readonly key: string;
  /** Escapes undone. */
  readonly value: string;
  /** Where the value stands in the document, without its quotes. */
  readonly start: number;
  readonly end: number;
}

export function frontMatterEntries(text: string, frontMatter: FrontMatter): readonly Entry[] {
  const lines = linesOf(text, frontMatter);
  return frontMatter.language === 'yaml' ? yamlEntries(lines) : tomlEntries(lines);
}

interface Level {
  readonly indent: number;
  readonly mapping: Mapping;
  /** The key whose value is in the lines below, if it is. */
  key: string;
}

const yamlLine = /^( *)((?:- +)*)(?:(["']?)([\p{L}_][\p{L}\p{N}_ .-]*)\3 *:(?= |$) *)?(.*)$/u;

function yamlEntries(lines: readonly Line[]): readonly Entry[] {
  const entries: Entry[] = [];
  const levels: Level[] = [{ indent: 0, mapping: { key: '' }, key: '' }];
  /** Lines with more spaces in front are words of a text that goes over several. */
  let textIndent: number | undefined;
  for (const { text, offset } of lines) {
    const match = yamlLine.exec(text);
    if (!match || text.trim() === '' || text.trimStart().startsWith('#')) continue;
    const [, spaces = '', dashes = '', , key, rest = ''] = match;
    if (textIndent !== undefined && spaces.length > textIndent) continue;
    textIndent = undefined;
    const level = levelAt(levels, spaces.length + dashes.length, dashes !== '', spaces.length);
    if (key !== undefined) level.key = key;
    if (/^[|>][\d+-]*(?:\s|$)/u.test(rest)) {
      textIndent = spaces.length;
      continue;
    }
    const valueStart = offset + text.length - rest.length;
    entries.push(...valuesIn(rest, valueStart, level.mapping, level.key));
  }
  return entries;
}

/** The mapping that a line with this indentation belongs to; each item of a list begins one of its own. */
function levelAt(levels: Level[], indent: number, isItem: boolean, itemIndent: number): Level {
  while (levels.length > 1 && (levels.at(-1)?.indent ?? 0) > (isItem ? itemIndent : indent)) levels.pop();
  const top = levels.at(-1);
  if (top && !isItem && indent <= top.indent) return top;
  const level: Level = { indent, mapping: { key: top?.key ?? '' }, key: top?.key ?? '' };
  levels.push(level);
  return level;
}

const tomlLine = /^\s*(?:([\w.-]+|"[^"\\]*"|'[^']*')\s*=\s*(.*)|(\[+)\s*([^\]]*?)\s*\]+.*)$/u;

function tomlEntries(lines: readonly Line[]): readonly Entry[] {
  const entries: Entry[] = [];
  let mapping: Mapping = { key: '' };
  for (const { text, offset } of lines) {
    const match = tomlLine.exec(text);
    if (!match) continue;
    const [, key, rest = '', brackets, table = ''] = match;
    if (brackets !== undefined) mapping = { key: table.split('.').at(-1) ?? '' };
    else entries.push(...valuesIn(rest, offset + text.length - rest.length, mapping, unquoted(key ?? '')));
  }
  return entries;
}

// A scalar, a key in front of it or a bracket; in lists and mappings on one line they stand in a row.
const scalar = /\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)'|([^\s"'{}[\],#][^{}[\],]*))/uy;
const flowMark = /\s*([{}[\],])/uy;
const flowKey = /\s*(["']?)([\p{L}_][\p{L}\p{N}_ .-]*?)\1\s*(?::(?=\s|["'{[]|$)|=)/uy;

/** @param text the part of a line behind a key */
function valuesIn(text: string, offset: number, mapping: Mapping, key: string): readonly Entry[] {
  if (!/^[{[]/u.test(text)) {
    const value = scalarAt(text, 0, /^[^"'].*?(?=\s+#|\s*$)/u);
    return value ? [{ mapping, key, value: value.value, start: offset + value.start, end: offset + value.end }] : [];
  }
  const entries: Entry[] = [];
  const around: Pick<Entry, 'mapping' | 'key'>[] = [];
  let inner: Pick<Entry, 'mapping' | 'key'> = { mapping, key };
  let position = 0;
  for (;;) {
    flowMark.lastIndex = position;
    const mark = flowMark.exec(text)?.[1];
    if (mark !== undefined) {
      position = flowMark.lastIndex;
      if (mark === '{' || mark === '[') {
        around.push(inner);
        if (mark === '{') inner = { mapping: { key: inner.key }, key: '' };
      } else if (mark !== ',') inner = around.pop() ?? inner;
      continue;
    }
    flowKey.lastIndex = position;
    const found = inner.mapping === mapping ? undefined : flowKey.exec(text)?.[2];
    if (found !== undefined) {
      inner = { ...inner, key: found };
      position = flowKey.lastIndex;
      continue;
    }
    const value = scalarAt(text, position);
    if (!value) return entries;
    entries.push({ ...inner, value: value.value, start: offset + value.start, end: offset + value.end });
    position = value.next;
  }
}

interface Scalar {
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

/** @param plain how a value without quotes reads where nothing stands around it */
function scalarAt(text: string, at: number, plain?: RegExp): Scalar | undefined {
  const whole = plain?.exec(text)?.[0];
  if (whole !== undefined) return { value: whole, start: 0, end: whole.length, next: whole.length };
  scalar.lastIndex = at;
  const match = scalar.exec(text);
  if (!match) return undefined;
  const [, double, single, bare] = match;
  const next = scalar.lastIndex;
  const raw = double ?? single ?? bare?.trimEnd() ?? '';
  const start = bare === undefined ? next - 1 - raw.length : next - bare.length;
  const value = double === undefined ? (single?.replaceAll("''", "'") ?? raw) : unescaped(double);
  return { value, start, end: start + raw.length, next };
}

function unescaped(text: string): string {
  return text.replace(
    /\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|([^]))/gu,
    (_, two?: string, four?: string, character = '') => {
      const code = two ?? four;
      if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
      return character === 'n' || character === 't' ? ' ' : character;
    },
  );
}

function unquoted(key: string): string {
  return key.replace(/^(["'])(.*)\1$/u, '$2');
}
