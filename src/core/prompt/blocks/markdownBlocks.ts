/** Where the blocks of a Markdown document begin and end, as far as a cursor and an insertion need to know. */
import { frontMatterEnd } from '../frontMatter.ts';
import { listIndentAt } from './listIndentAt.ts';
import { leadingColumns, quoteDepth, withoutQuotes } from './markdownLine.ts';
import { isBlank, type LineRange, type Lines } from '../lines.ts';

/** Lines in which Markdown means nothing. */
export interface VerbatimBlock extends LineRange {
  readonly type: 'frontMatter' | 'fence' | 'comment' | 'rawHtml';
  /** `quotation`: only the end of the quotation around it ends it; `never`: the document ends before it does. */
  readonly closed: 'itself' | 'quotation' | 'never';
}

/** Quotation marks, list marks and spaces before a line's own text. */
const containers = /^(?:\s*(?:>|[-*+](?=\s)|\d{1,9}[.)](?=\s)))*\s*/u;
const fenceMark = /^(?:`{3,}(?=[^`]*$)|~{3,})/u;
// The elements of CommonMark's sixth kind of HTML block that people write; such a block ends at a blank line.
const htmlBlock =
  /^<\/?(?:address|article|aside|blockquote|body|center|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|nav|ol|p|section|summary|table|tbody|td|tfoot|th|thead|title|tr|ul)(?=[\s/>]|$)/iu;
const rawHtml = /^<(script|pre|style|textarea)(?=[\s>]|$)/iu;

/** The block without Markdown that a line is part of, its own first and last lines included. */
export function verbatimBlockAt(lines: Lines, line: number): VerbatimBlock | undefined {
  const textStart = frontMatterEnd(lines);
  if (line < textStart) return { type: 'frontMatter', startLine: 0, endLine: textStart - 1, closed: 'itself' };
  for (let i = textStart; i <= line; i++) {
    const block = verbatimBlockFrom(lines, i);
    if (!block) continue;
    if (line <= block.endLine) return block;
    i = block.endLine;
  }
  return undefined;
}

/** The block without Markdown that a line begins, if it begins one. */
function verbatimBlockFrom(lines: Lines, startLine: number): VerbatimBlock | undefined {
  const line = lines.lineAt(startLine);
  const prefix = containers.exec(line)?.[0] ?? '';
  const text = line.slice(prefix.length);
  const fence = fenceMark.exec(text)?.[0];
  if (fence !== undefined) return fenceFrom(lines, startLine, prefix, fence);
  if (text.startsWith('<!--')) return until(lines, startLine, 'comment', /-->/u, text.slice(4));
  if (htmlBlock.test(text)) return untilBlank(lines, startLine);
  const tag = rawHtml.exec(text)?.[1];
  return tag === undefined ? undefined : until(lines, startLine, 'rawHtml', new RegExp(`</${tag}\\s*>`, 'iu'), text);
}

function fenceFrom({ count, lineAt }: Lines, startLine: number, prefix: string, fence: string): VerbatimBlock {
  const isQuoted = prefix.includes('>');
  const closing = new RegExp(
    `^${isQuoted ? String.raw`[\s>]*` : String.raw`\s*`}${fence.charAt(0)}{${fence.length},}\\s*$`,
    'u',
  );
  for (let i = startLine + 1; i < count; i++) {
    const line = lineAt(i);
    // A fence ends with the quotation that it stands in.
    if (isQuoted && !line.trimStart().startsWith('>'))
      return { type: 'fence', startLine, endLine: i - 1, closed: 'quotation' };
    if (closing.test(line)) return { type: 'fence', startLine, endLine: i, closed: 'itself' };
  }
  return { type: 'fence', startLine, endLine: count - 1, closed: isQuoted ? 'quotation' : 'never' };
}

function untilBlank({ count, lineAt }: Lines, startLine: number): VerbatimBlock {
  const isQuoted = quoteDepth(lineAt(startLine)) > 0;
  let endLine = startLine;
  while (endLine + 1 < count && !isBlank(isQuoted ? withoutQuotes(lineAt(endLine + 1)) : lineAt(endLine + 1)))
    endLine++;
  return { type: 'rawHtml', startLine, endLine, closed: 'itself' };
}

function until(
  { count, lineAt }: Lines,
  startLine: number,
  type: VerbatimBlock['type'],
  end: RegExp,
  firstLine: string,
): VerbatimBlock {
  if (end.test(firstLine)) return { type, startLine, endLine: startLine, closed: 'itself' };
  for (let i = startLine + 1; i < count; i++) {
    if (end.test(lineAt(i))) return { type, startLine, endLine: i, closed: 'itself' };
  }
  return { type, startLine, endLine: count - 1, closed: 'never' };
}

/** A block of text: a paragraph with its underline, a heading, an item's first paragraph, a table. */
export interface TextBlock extends LineRange {
  readonly type: 'text' | 'heading' | 'break' | 'table';
}

/** The block of text at a line; undefined for a blank line. The line must not be in a verbatim block. */
export function textBlockAt(lines: Lines, line: number): TextBlock | undefined {
  if (isBlank(withoutQuotes(lines.lineAt(line)))) return undefined;
  let first = line;
  while (first > 0 && !isBlank(withoutQuotes(lines.lineAt(first - 1)))) first--;
  const verbatim = verbatimBlockAt(lines, first);
  if (verbatim) first = Math.min(verbatim.endLine + 1, line);
  // Another one may stand between the first line and this one.
  for (let i = first; i <= line; i++) {
    const between = verbatimBlockFrom(lines, i);
    if (between && between.endLine < line) first = i = between.endLine + 1;
  }
  return blockFrom(lines, first, line);
}

/** Walks the blocks from a first line on, up to the one that holds `line`. */
function blockFrom(lines: Lines, first: number, line: number): TextBlock {
  const { count, lineAt } = lines;
  let startLine = first;
  let type = typeOf(lineAt(first));
  let inList = listIndentAt(lines, first) !== '';
  for (let i = first + 1; i < count; i++) {
    const text = lineAt(i);
    const isEnd = isBlank(withoutQuotes(text)) || verbatimBlockFrom(lines, i) !== undefined;
    const isUnderline = type === 'text' && underlines(lines, i, startLine);
    if (
      isEnd ||
      (!isUnderline && (type === 'heading' || type === 'break' || startsBlock(lineAt(startLine), text, inList)))
    ) {
      if (i > line) return { type, startLine, endLine: i - 1 };
      inList = isItem(text) || (inList && leadingColumns(withoutQuotes(text)) > 0);
      startLine = i;
      type = typeOf(text);
    } else if (isUnderline) type = 'heading';
    else if (type === 'text' && i === startLine + 1 && delimiterRow.test(withoutQuotes(text).trim())) type = 'table';
  }
  return { type, startLine, endLine: count - 1 };
}

const underline = /^(?:=+|-+)$/u;
const heading = /^#{1,6}(?:\s|$)/u;
const thematicBreak = /^(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$/u;
const item = /^(?:[-*+]|(\d{1,9})[.)])(\s+\S|\s*$)/u;
const delimiterRow = /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?$/u;

function typeOf(line: string): TextBlock['type'] {
  if (thematicBreak.test(withoutQuotes(line).trim())) return 'break';
  return heading.test(line.replace(containers, '')) ? 'heading' : 'text';
}

function isItem(line: string): boolean {
  return item.test(withoutQuotes(line).trimStart());
}

/** The line makes a heading of the paragraph above, which it must be indented like. */
function underlines(lines: Lines, line: number, startLine: number): boolean {
  const whole = lines.lineAt(line);
  const text = withoutQuotes(whole);
  if (!underline.test(text.trim()) || quoteDepth(whole) !== quoteDepth(lines.lineAt(startLine))) return false;
  return leadingColumns(text) >= leadingColumns(listIndentAt(lines, startLine));
}

/**
 * Outside a list, only text after a number 1 begins one in the middle of a paragraph: a line may begin with a year. A
 * paragraph that goes on without its quotation marks is no such middle.
 */
function startsBlock(firstLine: string, line: string, inList: boolean): boolean {
  const text = withoutQuotes(line).trim();
  const deeper = quoteDepth(line) - quoteDepth(firstLine);
  if (heading.test(text) || thematicBreak.test(text) || deeper > 0) return true;
  const match = item.exec(text);
  if (!match) return false;
  return inList || deeper < 0 || (match[2]?.trim() !== '' && (match[1] === undefined || Number(match[1]) === 1));
}
