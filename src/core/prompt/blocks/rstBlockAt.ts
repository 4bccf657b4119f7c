/** The blocks of reStructuredText: paragraphs, titles with their lines, directives with what is indented below them. */
import { isAdornment, rstLines, type RstLine } from '../../links/rst/rstLines.ts';
import { indentOf } from '../../links/textLines.ts';
import type { Lines } from '../lines.ts';
import { textOf, type ProseBlock } from './proseBlock.ts';

export function rstBlockAt({ count, lineAt }: Lines, line: number): ProseBlock | undefined {
  const rows = rstLines(textOf({ count, lineAt }));
  const kindAt = (at: number): RstLine['kind'] | undefined => rows[at]?.kind;
  if (kindAt(line) === 'blank' && !isWithinVerbatim(line)) return undefined;
  let startLine = line;
  if (kindAt(line) === 'blank' || kindAt(line) === 'verbatim') {
    while (isVerbatim(startLine - 1)) startLine--;
    while (kindAt(startLine) === 'blank') startLine++;
  } else while (goesOn(startLine)) startLine--;
  const first = rows[startLine];
  if (!first) return undefined;
  // The code of `code::` belongs to the line that announces it, and so does what a directive holds.
  const isAlone = first.kind === 'verbatim' && !/^\.\.(?:\s|$)/u.test(first.text.slice(first.markEnd - 2).trimStart());
  let textEnd = startLine;
  while (isVerbatim(line) ? isVerbatim(textEnd + 1) : goesOn(textEnd + 1)) textEnd++;
  while (kindAt(textEnd) === 'blank') textEnd--;
  let endLine = textEnd;
  for (let i = endLine + 1; i < count && (kindAt(i) === 'blank' || isDeeper(i)); i++) if (isDeeper(i)) endLine = i;
  const outer = isAlone ? columnAbove(startLine) : first.column;
  return { startLine, endLine, content: { startLine, endLine: textEnd }, indent: ' '.repeat(outer) };

  /** The line belongs to the same paragraph as the one above it; a title to its lines. */
  function goesOn(at: number): boolean {
    const [above, row] = [rows[at - 1], rows[at]];
    if (!above || !row || row.kind === 'blank' || above.kind === 'blank' || above.kind === 'verbatim') return false;
    if (row.kind === 'continued') return true;
    if (above.kind === 'explicit') return indentOf(row.text) > above.column;
    return row.kind === 'text' && isAdornment(row.text) !== isAdornment(above.text) && !isUnderline(at - 1);
  }

  function isUnderline(at: number): boolean {
    const title = rows[at - 1];
    return isAdornment(lineAt(at)) && title !== undefined && title.kind !== 'blank' && !isAdornment(title.text);
  }

  function isVerbatim(at: number): boolean {
    return kindAt(at) === 'verbatim' || (kindAt(at) === 'blank' && isWithinVerbatim(at));
  }

  function isWithinVerbatim(at: number): boolean {
    let above = at;
    while (kindAt(above) === 'blank') above--;
    let below = at;
    while (kindAt(below) === 'blank') below++;
    return kindAt(above) === 'verbatim' && kindAt(below) === 'verbatim';
  }

  function isDeeper(at: number): boolean {
    const row = rows[at];
    if (!row || row.kind === 'blank' || !first) return false;
    const holds =
      first.kind === 'explicit' || first.kind === 'verbatim' || row.kind === 'verbatim' || at === textEnd + 1;
    return holds && indentOf(row.text) > first.column;
  }

  function columnAbove(at: number): number {
    const indent = rows[at]?.column ?? 0;
    for (let i = at - 1; i >= 0; i--) {
      const row = rows[i];
      if (row && row.kind !== 'blank' && row.kind !== 'verbatim' && row.column < indent) return row.column;
    }
    return 0;
  }
}
