/** The blocks of Org: paragraphs with the keywords above them, items, headings with their properties, tables, code. */
import { orgLines, type OrgLine } from '../../links/org/orgLines.ts';
import type { Lines } from '../lines.ts';
import { itemIndent, leadingSpace, textOf, type ProseBlock } from './proseBlock.ts';

const item = /^\s*(?:[-+]|\s\*|\d{1,9}[.)])\s+(?:\[[ X-]\]\s+)?/u;
const itemMark = /^\s*(?:[-+]|\s\*|\d{1,9}[.)])\s+/u;
const row = /^\s*\|/u;
const planning = /^\s*(?:SCHEDULED|DEADLINE|CLOSED):/u;

export function orgBlockAt(lines: Lines, line: number): ProseBlock | undefined {
  const { count, lineAt } = lines;
  const rows = orgLines(textOf(lines));
  const kindAt = (at: number): OrgLine['kind'] | undefined => rows[at]?.kind;
  const kind = kindAt(line);
  if (kind === 'blank') return undefined;
  let [startLine, endLine] = [line, line];
  if (kind === 'heading' || kind === 'drawer') {
    while (kindAt(startLine) === 'drawer') startLine--;
    while (kindAt(endLine + 1) === 'drawer' || planning.test(endLine + 1 < count ? lineAt(endLine + 1) : '')) endLine++;
    return {
      startLine,
      endLine,
      content: kind === 'heading' ? { startLine: line, endLine: line } : undefined,
      indent: '',
    };
  }
  if (kind === 'keyword') {
    // What is said of a block stands right above it.
    while (kindAt(endLine + 1) === 'keyword') endLine++;
    while (kindAt(endLine + 1) === 'text' || kindAt(endLine + 1) === 'verbatim') endLine++;
    return { startLine, endLine, content: undefined, indent: leadingSpace(lineAt(line)) };
  }
  const joins = kind === 'verbatim' ? isVerbatim : isSame;
  while (joins(startLine)) startLine--;
  while (endLine + 1 < count && joins(endLine + 1)) endLine++;
  const indent = itemIndent(lineAt(startLine), itemMark) ?? leadingSpace(lineAt(startLine));
  if (kind !== 'verbatim') return { startLine, endLine, content: contentOf(), indent };
  const isBlock = /^\s*#\+begin_/iu.test(lineAt(startLine));
  const content = isBlock ? { startLine: startLine + 1, endLine: endLine - 1 } : { startLine, endLine };
  return { startLine, endLine, content: content.startLine <= content.endLine ? content : undefined, indent };

  /** Each row of a table says something of its own. */
  function contentOf(): ProseBlock['content'] {
    if (kind === 'delimiter') return undefined;
    return row.test(lineAt(line)) ? { startLine: line, endLine: line } : { startLine, endLine };
  }

  function isVerbatim(at: number): boolean {
    if (kindAt(at) !== 'verbatim' || kindAt(at - 1) !== 'verbatim') return false;
    return !/^\s*#\+end_/iu.test(lineAt(at - 1));
  }

  function isSame(at: number): boolean {
    if (kindAt(at) !== 'text' || kindAt(at - 1) !== 'text') return false;
    return row.test(lineAt(at)) === row.test(lineAt(at - 1)) && !item.test(lineAt(at));
  }
}
