/** The next line with the same indentation: below in HTML and wherever a user's own pattern writes the link. */
import type { Lines } from '../prompt/lines.ts';
import { endOfLine, type Insertion } from './insertion.ts';

/** In these a picture means nothing or breaks the page. */
const opaque = /<!--|<(script|style|textarea|title|head)(?=[\s>]|$)/giu;

export function belowInHtml(lines: Lines, line: number, eol: string, languageId: string): Insertion {
  const end = hasOpaque.has(languageId) ? visibleLine(lines, behindAstroCode(lines, line, languageId)) : line;
  const indent = /^[ \t]*/u.exec(lines.lineAt(end))?.[0] ?? '';
  return { range: endOfLine(lines, end), before: eol + indent, after: '', indent };
}

const hasOpaque: ReadonlySet<string> = new Set(['html', 'vue', 'svelte', 'astro']);

/** Astro's code stands in front, between two lines of its own. */
function behindAstroCode({ count, lineAt }: Lines, line: number, languageId: string): number {
  if (languageId !== 'astro' || lineAt(0).trimEnd() !== '---') return line;
  for (let i = 1; i < count; i++) if (lineAt(i).trimEnd() === '---') return Math.max(i, line);
  return line;
}

/** Between the cells of a table a browser takes a picture out, and shows it above the table. */
const tablePart = /<(\/?)(table|thead|tbody|tfoot|tr|td|th|caption)(?=[\s>/]|$)/giu;
const holdsPictures: ReadonlySet<string | undefined> = new Set([undefined, 'td', 'th', 'caption']);

/**
 * The first line at or after `line` behind which neither a tag nor one of the opaque elements is open; behind the table
 * where that is between its cells.
 */
function visibleLine(lines: Lines, line: number): number {
  let closing: RegExp | undefined;
  let inTag = false;
  const open: string[] = [];
  /** How much was open where the picture would have been between cells. */
  let between: number | undefined;
  for (let i = 0; i < lines.count; i++) {
    const text = lines.lineAt(i);
    const wasVisible = !closing;
    closing = openAfter(text, closing);
    if (wasVisible && !closing) followTable(open, text);
    const [opens, closes] = [text.search(/<[A-Za-z/][^<>]*$/u), text.lastIndexOf('>')];
    inTag = opens >= 0 || (inTag && closes < 0);
    if (i < line || closing || inTag) continue;
    if (holdsPictures.has(open.at(-1)) && open.length < (between ?? Infinity)) return i;
    between = Math.min(open.length, between ?? Infinity);
  }
  return line;
}

/** What is open behind a line. The ends of cells and rows may be left out. */
function followTable(open: string[], text: string): void {
  for (const [, slash, tag = ''] of text.matchAll(tablePart)) {
    const name = tag.toLowerCase();
    if (slash === '') {
      while (closes(name, open.at(-1))) open.pop();
      open.push(name);
    } else if (open.includes(name)) open.length = open.lastIndexOf(name);
  }
}

/** Whether the beginning of one is the end of the other. */
function closes(name: string, last: string | undefined): boolean {
  if (name === 'table') return false;
  if (last === 'td' || last === 'th' || last === 'caption') return true;
  if (last === 'tr') return name !== 'td' && name !== 'th';
  return last !== undefined && last !== 'table' && name !== 'tr' && name !== 'td' && name !== 'th';
}

/** What must come before the opaque element that a line leaves open ends; undefined where it leaves none open. */
function openAfter(text: string, closing: RegExp | undefined): RegExp | undefined {
  let open = closing;
  let position = 0;
  for (;;) {
    if (open) {
      const match = open.exec(text.slice(position));
      if (!match) return open;
      position += match.index + match[0].length;
      open = undefined;
    }
    opaque.lastIndex = position;
    const match = opaque.exec(text);
    if (!match) return undefined;
    position = opaque.lastIndex;
    const name = match[1]?.toLowerCase();
    // After the head comes the body's own tag.
    open = name === undefined ? /-->/u : name === 'head' ? /<body(?:\s[^<>]*)?>/iu : new RegExp(`</${name}\\s*>`, 'iu');
  }
}
