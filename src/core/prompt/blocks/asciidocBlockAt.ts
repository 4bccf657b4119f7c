/** The blocks of AsciiDoc: paragraphs with what is said of them above, list items, code, tables. */
import { asciidocLines, type AsciidocLine } from '../../links/asciidoc/asciidocLines.ts';
import type { LineRange, Lines } from '../lines.ts';
import { textOf, type ProseBlock } from './proseBlock.ts';

const item = /^\s*(?:[*.-]+|\d{1,9}\.|<[.\d]{1,9}>)\s+\S/u;
const fence = /^(?:-{2,}|\.{4,}|\+{4,}|\/{4,}|`{3,}.*|_{4,}|={4,}|\*{4,})\s*$/u;
const table = /^[|,:!]={3,}$/u;

export function asciidocBlockAt(lines: Lines, line: number): ProseBlock | undefined {
  const { lineAt } = lines;
  const rows = asciidocLines(textOf(lines));
  const kindAt = (at: number): AsciidocLine['kind'] | undefined => rows[at]?.kind;
  const inTable = tableAround(lines, line);
  if (inTable)
    return {
      ...inTable,
      content: kindAt(line) === 'blank' ? undefined : { startLine: line, endLine: line },
      indent: '',
    };
  if (kindAt(line) === 'blank' && !isBelowMeta(line)) return undefined;
  let startLine = line;
  let endLine = line;
  if (kindAt(line) === 'verbatim') {
    while (kindAt(startLine - 1) === 'verbatim') startLine--;
    while (kindAt(endLine + 1) === 'verbatim') endLine++;
    return { startLine, endLine, content: contentOf({ startLine, endLine }), indent: '' };
  }
  while (kindAt(startLine) === 'continued') startLine--;
  // What is said of a block holds over blank lines, too.
  while (isMeta(endLine) && endLine + 1 < lines.count) endLine++;
  const more = kindAt(endLine) === 'verbatim' ? 'verbatim' : 'continued';
  while (kindAt(endLine + 1) === more) endLine++;
  const isText = kindAt(line) === 'block' || kindAt(line) === 'continued';
  const isItem =
    item.test(lineAt(startLine)) || (kindAt(startLine - 1) === 'delimiter' && lineAt(startLine - 1).trim() === '+');
  return {
    startLine,
    endLine,
    content: isText ? { startLine, endLine } : undefined,
    indent: '',
    ...(isItem ? { isItem } : {}),
  };

  function isMeta(at: number): boolean {
    return kindAt(at) === 'meta' || (kindAt(at) === 'blank' && isBelowMeta(at));
  }

  function isBelowMeta(at: number): boolean {
    let above = at;
    while (kindAt(above) === 'blank') above--;
    return kindAt(above) === 'meta';
  }

  /** Without the lines that open and close it. */
  function contentOf(block: LineRange): LineRange | undefined {
    if (!fence.test(lineAt(block.startLine))) return block;
    const isClosed = block.endLine > block.startLine && fence.test(lineAt(block.endLine));
    const inside = { startLine: block.startLine + 1, endLine: block.endLine - (isClosed ? 1 : 0) };
    return inside.startLine <= inside.endLine ? inside : undefined;
  }

  function tableAround({ count }: Lines, at: number): LineRange | undefined {
    let open: number | undefined;
    for (let i = 0; i < count; i++) {
      if (kindAt(i) !== 'delimiter' || !table.test(lineAt(i).trimEnd())) continue;
      if (open === undefined) open = i;
      else {
        if (open <= at && at <= i) return { startLine: open, endLine: i };
        open = undefined;
      }
    }
    return undefined;
  }
}
