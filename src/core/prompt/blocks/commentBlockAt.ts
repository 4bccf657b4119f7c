/** The comment that a line of code is part of. */
import type { CommentSyntax } from './commentSyntax.ts';
import { growLines, type LineRange, type Lines } from '../lines.ts';

/** Lines of comments that follow each other are one, and so is all between an opening and its closing marker. */
export function commentBlockAt(lines: Lines, line: number, syntax: CommentSyntax): LineRange | undefined {
  const block = blockCommentAt(lines, line, syntax);
  if (block) return block;
  const isComment = (text: string): boolean => beginsComment(text, syntax);
  if (!isComment(lines.lineAt(line))) return undefined;
  return growLines(lines, line, (upper, lower) => isComment(upper) && isComment(lower));
}

function beginsComment(text: string, { line: markers }: CommentSyntax): boolean {
  const trimmed = text.trimStart().toLowerCase();
  return markers.some((marker) => trimmed.startsWith(marker.toLowerCase()));
}

/**
 * Looks from the top, because a docstring begins and ends with the same marker. Only markers at the beginning of a line
 * open: `'src/**'` in the middle of one is a string.
 */
function blockCommentAt(lines: Lines, line: number, syntax: CommentSyntax): LineRange | undefined {
  for (let startLine = 0; startLine <= line; startLine++) {
    const text = lines.lineAt(startLine).trimStart();
    const markers = syntax.block.find(([open]) => text.startsWith(open) || isAssigned(text, open));
    if (!markers) continue;
    const [open, close] = markers;
    const endLine = closingLine(lines, startLine, text.slice(text.indexOf(open) + open.length), close);
    if (line <= endLine) return { startLine, endLine };
    startLine = endLine;
  }
  return undefined;
}

/** `PROMPT = """A lighthouse` */
function isAssigned(text: string, open: string): boolean {
  return /^["']{3}$/u.test(open) && text.includes(`= ${open}`);
}

function closingLine({ count, lineAt }: Lines, startLine: number, firstLine: string, close: string): number {
  if (firstLine.includes(close)) return startLine;
  for (let i = startLine + 1; i < count; i++) if (lineAt(i).includes(close)) return i;
  return count - 1;
}
