/** A paragraph of its own below a block of Markdown, in the same list item and quotation. */
import { isBlank, type Lines } from '../prompt/lines.ts';
import { textBlockAt, verbatimBlockAt } from '../prompt/blocks/markdownBlocks.ts';
import { withoutQuotes } from '../prompt/blocks/markdownLine.ts';
import { listIndentAt } from '../prompt/blocks/listIndentAt.ts';
import { endOfLine, type Insertion } from './insertion.ts';

export function belowInMarkdown(lines: Lines, line: number, eol: string): Insertion {
  const verbatim = verbatimBlockAt(lines, line);
  if (verbatim) {
    // Behind a block that never ends there is no place outside of it.
    if (verbatim.closed === 'never') return above(lines, verbatim.startLine, eol);
    const around = verbatim.closed === 'itself' ? containerOf(lines, verbatim.startLine) : { quotes: '', indent: '' };
    return paragraphAfter(lines, verbatim.endLine, around, eol);
  }
  const block = textBlockAt(lines, line);
  if (!block) return onBlankLine(lines, line, eol);
  if (block.startLine === block.endLine && emptyItem.test(withoutQuotes(lines.lineAt(line))))
    return inItem(lines, line);
  return paragraphAfter(lines, block.endLine, containerOf(lines, block.startLine), eol);
}

const emptyItem = /^\s*(?:[-*+]|\d{1,9}[.)])\s*$/u;

/** An item without text can have no second paragraph: the link is its first. */
function inItem(lines: Lines, line: number): Insertion {
  return {
    range: endOfLine(lines, line),
    before: /\s$/u.test(lines.lineAt(line)) ? '' : ' ',
    after: '',
    isInline: true,
  };
}

/** What every line of the new paragraph begins with: quotation marks, and spaces up to the list item's text. */
interface Container {
  readonly quotes: string;
  readonly indent: string;
}

function paragraphAfter(lines: Lines, endLine: number, { quotes, indent }: Container, eol: string): Insertion {
  const blank = quotes.trimEnd();
  const isLast = endLine === lines.count - 1;
  const next = isLast ? '' : lines.lineAt(endLine + 1);
  const needsBlank = !isBlank(withoutQuotes(next));
  // Behind a quotation's end a line without its marks would go on with it.
  const after = needsBlank ? eol + blank : '';
  const start = quotes + indent;
  return { range: endOfLine(lines, endLine), before: `${eol}${blank}${eol}${start}`, after, indent: start };
}

/** The line of a block that never ends, pushed down by the link. */
function above(lines: Lines, line: number, eol: string): Insertion {
  const at = { line, character: 0 };
  const needsBlank = line > 0 && !isBlank(lines.lineAt(line - 1));
  return { range: { start: at, end: at }, before: needsBlank ? eol : '', after: eol + eol };
}

/** Spaces on the line would make it code, so they go; quotation marks stay. */
function onBlankLine(lines: Lines, line: number, eol: string): Insertion {
  const { quotes } = containerOf(lines, line);
  const text = lines.lineAt(line);
  const blank = quotes.trimEnd();
  const isOpenAbove = line > 0 && !isBlank(withoutQuotes(lines.lineAt(line - 1)));
  const isOpenBelow = line < lines.count - 1 && !isBlank(withoutQuotes(lines.lineAt(line + 1)));
  return {
    range: { start: { line, character: 0 }, end: { line, character: text.length } },
    before: `${isOpenAbove ? blank + eol : ''}${quotes}`,
    after: isOpenBelow ? eol + blank : '',
    indent: quotes,
  };
}

function containerOf(lines: Lines, startLine: number): Container {
  const line = lines.lineAt(startLine);
  const text = withoutQuotes(line);
  const quotes = normalQuotes(line.slice(0, line.length - text.length));
  return { quotes, indent: listIndentAt(lines, startLine) };
}

function normalQuotes(marks: string): string {
  return marks === '' ? '' : `${marks.trimEnd()} `;
}
