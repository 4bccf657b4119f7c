/** Where exactly a link goes into a document, and with which line breaks around it. */
import { cssLike, markdownLike } from '../prompt/languageKinds.ts';
import { isBlank, type Lines } from '../prompt/lines.ts';
import { proseBlockAtFor } from '../prompt/blocks/proseBlockAtFor.ts';
import { belowInCss } from './belowInCss.ts';
import { belowInHtml } from './belowInHtml.ts';
import { belowInMarkdown } from './belowInMarkdown.ts';
import { belowInProse } from './belowInProse.ts';
import type { Insertion, Position, PositionRange } from './insertion.ts';
import { withinProse } from './withinProse.ts';

export interface InsertionRequest {
  readonly position: 'below' | 'replace' | 'cursor';
  /** What the picture was made from, or the cursor: an empty range. */
  readonly range: PositionRange;
  readonly lines: Lines;
  /** VS Code's. */
  readonly languageId: string;
  /** The document's line break. */
  readonly eol: '\n' | '\r\n';
}

/**
 * `below` is a paragraph of its own after the block that the range ends in: in Markdown within the same list item and
 * quotation, but outside of tables, fences and front matter; in other languages of prose likewise, with the blank lines
 * that they need; in style sheets a declaration of a rule; elsewhere the next line with the same indentation.
 * `replace` keeps the marks that begin the range's first line. `cursor` is the range's end.
 */
export function insertionFor(request: InsertionRequest): Insertion {
  const { position, lines, eol, languageId } = request;
  const blockAt = proseBlockAtFor(languageId);
  if (position !== 'below') {
    const place = position === 'cursor' ? atCursor(request) : inPlace(request);
    return blockAt ? withinProse(lines, place.range, eol, languageId) : withinLine(lines, place);
  }
  const line = lastLine(request);
  if (markdownLike.has(languageId)) return belowInMarkdown(lines, line, eol);
  if (blockAt) return belowInProse(lines, line, eol, languageId, blockAt);
  if (cssLike.has(languageId)) return belowInCss(lines, line, eol);
  return belowInHtml(lines, line, eol, languageId);
}

/** Figures and the like go where nothing else stands in the line. */
function withinLine(lines: Lines, place: Insertion): Insertion {
  const { start, end } = place.range;
  const before = lines.lineAt(start.line).slice(0, start.character);
  const behind = lines.lineAt(end.line).slice(end.character);
  return isBlank(before) && isBlank(behind) ? { ...place, indent: before } : { ...place, isInline: true };
}

/** A selection that ends in front of a line's first character does not mean that line. */
function lastLine({ range: { start, end }, lines }: InsertionRequest): number {
  const line = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
  return Math.min(line, lines.count - 1);
}

function atCursor({ range, lines, languageId }: InsertionRequest): Insertion {
  const { end } = range;
  const before = lines.lineAt(end.line).slice(0, end.character);
  // Markdown reads `\!` as an escape and the rest as a plain link.
  const isEscape = markdownLike.has(languageId) && (/\\+$/u.exec(before)?.[0].length ?? 0) % 2 === 1;
  return { range: { start: end, end }, before: isEscape ? ' ' : '', after: '' };
}

// Quotation marks, one bullet or number with its box, or a heading's hashes.
const markdownMarks = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?|#{1,6}\s+)*/u;

function inPlace(request: InsertionRequest): Insertion {
  const { lines, languageId } = request;
  const { start } = request.range;
  const line = lines.lineAt(start.line);
  const marks = markdownLike.has(languageId) ? markdownMarks : /^\s*/u;
  const textStart = (marks.exec(line)?.[0] ?? '').length;
  const end = trimmedEnd(request);
  const kept = { line: start.line, character: Math.max(start.character, Math.min(textStart, line.length)) };
  const isBehind = kept.line > end.line || (kept.line === end.line && kept.character > end.character);
  return { range: { start: isBehind ? start : kept, end: isBehind ? request.range.end : end }, before: '', after: '' };
}

/** The range's end without trailing blank lines and spaces. */
function trimmedEnd({ range: { start, end }, lines }: InsertionRequest): Position {
  let { line, character } = end;
  for (;;) {
    const text = lines.lineAt(line).slice(0, character).trimEnd();
    if (text !== '' || line <= start.line)
      return { line, character: line === start.line ? Math.max(text.length, start.character) : text.length };
    line--;
    character = lines.lineAt(line).length;
  }
}
