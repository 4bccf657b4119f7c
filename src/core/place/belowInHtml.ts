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

/** The first line at or after `line` behind which neither a tag nor one of the opaque elements is open. */
function visibleLine(lines: Lines, line: number): number {
  let closing: RegExp | undefined;
  let inTag = false;
  for (let i = 0; i < lines.count; i++) {
    const text = lines.lineAt(i);
    closing = openAfter(text, closing);
    const [opens, closes] = [text.search(/<[A-Za-z/][^<>]*$/u), text.lastIndexOf('>')];
    inTag = opens >= 0 || (inTag && closes < 0);
    if (i >= line && !closing && !inTag) return i;
  }
  return line;
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
