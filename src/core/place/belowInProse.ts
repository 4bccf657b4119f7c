/** A block of its own below a block of reStructuredText, AsciiDoc, LaTeX, Typst or Org. */
import { isBlank, type Lines } from '../prompt/lines.ts';
import type { ProseBlock, ProseBlockAt } from '../prompt/blocks/proseBlock.ts';
import { endOfLine, type Insertion } from './insertion.ts';

export function belowInProse(
  lines: Lines,
  line: number,
  eol: string,
  languageId: string,
  blockAt: ProseBlockAt,
): Insertion {
  const block = blockAt(lines, line);
  if (!block) return onBlankLine(lines, line, eol);
  if (block.isItem && languageId === 'asciidoc') return inAsciidocItem(lines, block, eol);
  const { endLine, indent } = block;
  const separator = eol + eol + indent;
  const after = isBlank(lineBelow(lines, endLine)) ? '' : eol;
  return { range: endOfLine(lines, endLine), before: separator, after, indent, separator };
}

function lineBelow({ count, lineAt }: Lines, line: number): string {
  return line + 1 < count ? lineAt(line + 1) : '';
}

/** A lone plus ties a block to the item above. Another item or plus may stand right below. */
function inAsciidocItem(lines: Lines, { endLine }: ProseBlock, eol: string): Insertion {
  const next = lineBelow(lines, endLine);
  const isApart = isBlank(next) || /^\s*(?:(?:[*.-]+|\d+\.)\s|\+\s*$)/u.test(next);
  const separator = `${eol}+${eol}`;
  return { range: endOfLine(lines, endLine), before: separator, after: isApart ? '' : eol, indent: '', separator };
}

function onBlankLine(lines: Lines, line: number, eol: string): Insertion {
  const isOpenAbove = line > 0 && !isBlank(lines.lineAt(line - 1));
  const isOpenBelow = !isBlank(lineBelow(lines, line));
  return {
    range: { start: { line, character: 0 }, end: { line, character: lines.lineAt(line).length } },
    before: isOpenAbove ? eol : '',
    after: isOpenBelow ? eol : '',
    indent: '',
    separator: eol + eol,
  };
}
