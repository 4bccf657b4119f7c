/** A paragraph of its own below a block of Markdown, in the same list item and quotation. */
import { isBlank, type Lines } from '../prompt/lines.ts';
import { textBlockAt, verbatimBlockAt, withoutQuotes } from '../prompt/markdownBlocks.ts';
import { endOfLine, type Insertion } from './insertion.ts';

export function belowInMarkdown(lines: Lines, line: number, eol: string): Insertion {
  const verbatim = verbatimBlockAt(lines, line);
  if (verbatim) {
    // Behind a block that never ends there is no place outside of it.
    if (!verbatim.closed) return above(lines, verbatim.startLine, eol);
    return paragraphAfter(lines, verbatim.endLine, containerOf(lines, verbatim.startLine), eol);
  }
  const block = textBlockAt(lines, line);
  if (!block) return onBlankLine(lines, line, eol);
  return paragraphAfter(lines, block.endLine, containerOf(lines, block.startLine), eol);
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
  return { range: endOfLine(lines, endLine), before: `${eol}${blank}${eol}${quotes}${indent}`, after };
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
  };
}

const marker = /^(\s*)([-*+]|\d{1,9}[.)])(\s+|$)/u;

function containerOf(lines: Lines, startLine: number): Container {
  const line = lines.lineAt(startLine);
  const text = withoutQuotes(line);
  const quotes = normalQuotes(line.slice(0, line.length - text.length));
  const own = contentIndent(text);
  return { quotes, indent: own === '' ? indentAbove(lines, startLine, width(text)) : own };
}

/** The spaces in front of an item's text, as many columns as its marks take; empty where the line begins no item. */
function contentIndent(text: string): string {
  let rest = text;
  let indent = '';
  for (let match = marker.exec(rest); match; match = marker.exec(rest)) {
    const [whole, before = '', mark = '', behind = ''] = match;
    // Five spaces and more begin code within the item, which then starts after one; so does an empty item.
    const isCode = width(behind) > 4 && !behind.includes('\t');
    const space = behind === '' || isCode ? ' ' : behind;
    indent += before + ' '.repeat(mark.length) + space;
    if (behind === '' || isCode) return indent;
    rest = rest.slice(whole.length);
  }
  return indent;
}

/** For a later paragraph of an item: the indentation of the innermost item around it, empty outside of lists. */
function indentAbove({ lineAt }: Lines, startLine: number, indent: number): string {
  let bound = indent;
  for (let i = startLine - 1; i >= 0 && bound > 0; i--) {
    const text = withoutQuotes(lineAt(i));
    if (isBlank(text)) continue;
    const content = contentIndent(text);
    if (content !== '' && width(content) <= indent) return content;
    const own = width(text);
    if (content === '' && own === 0 && (i === 0 || isBlank(withoutQuotes(lineAt(i - 1))))) return '';
    bound = Math.min(bound, content === '' ? bound : own);
  }
  return '';
}

/** Columns of white space in front, tab stops every four. */
function width(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (character === ' ') columns++;
    else if (character === '\t') columns += 4 - (columns % 4);
    else break;
  }
  return columns;
}

function normalQuotes(marks: string): string {
  return marks === '' ? '' : `${marks.trimEnd()} `;
}
