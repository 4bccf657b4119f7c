/** What a cursor without a selection means: the paragraph or the comment that it stands in. */
import { commentBlockAt } from './commentBlockAt.ts';
import { commentSyntaxOf } from './commentSyntax.ts';
import { inlineTags } from '../clean/inlineTags.ts';
import { htmlLike, markdownLike, proseLike } from '../languageKinds.ts';
import { growLines, isBlank, type LineRange, type Lines } from '../lines.ts';
import { textBlockAt, verbatimBlockAt } from './markdownBlocks.ts';
import { proseBlockAtFor } from './proseBlockAtFor.ts';

/**
 * Undefined on a blank line, on front matter, on settings and on code outside of comments. In a code fence of Markdown,
 * and in code of other prose, it is the content: prompts are often kept there.
 */
export function blockAt(lines: Lines, line: number, languageId: string): LineRange | undefined {
  if (line < 0 || line >= lines.count || isBlank(lines.lineAt(line))) return undefined;
  if (markdownLike.has(languageId)) return markdownBlockAt(lines, line);
  const proseBlockAt = proseBlockAtFor(languageId);
  if (proseBlockAt) return proseBlockAt(lines, line)?.content;
  const syntax = commentSyntaxOf(languageId);
  const comment = syntax && commentBlockAt(lines, line, syntax);
  if (comment) return comment;
  if (htmlLike.has(languageId)) return growLines(lines, line, isSameElement);
  return syntax && !proseLike.has(languageId) ? undefined : growLines(lines, line, areBothText);
}

function markdownBlockAt(lines: Lines, line: number): LineRange | undefined {
  const verbatim = verbatimBlockAt(lines, line);
  if (verbatim?.type === 'fence') {
    const { startLine, endLine, closed } = verbatim;
    const isOwnLine = /^[\s>]*(?:`{3,}|~{3,})\s*$/u.test(lines.lineAt(endLine));
    const content = { startLine: startLine + 1, endLine: closed === 'itself' && isOwnLine ? endLine - 1 : endLine };
    return content.startLine <= content.endLine ? content : undefined;
  }
  if (verbatim) return verbatim.type === 'frontMatter' ? undefined : rangeOf(verbatim);
  const block = textBlockAt(lines, line);
  if (!block || block.type === 'break') return undefined;
  // Each row of a table says something of its own.
  return block.type === 'table' ? { startLine: line, endLine: line } : rangeOf(block);
}

function rangeOf({ startLine, endLine }: LineRange): LineRange {
  return { startLine, endLine };
}

function areBothText(upper: string, lower: string): boolean {
  return !isBlank(upper) && !isBlank(lower);
}

function isSameElement(upper: string, lower: string): boolean {
  if (!areBothText(upper, lower)) return false;
  const last = /<\/?([A-Za-z][\w-]*)[^<>]*>\s*$/u.exec(upper.slice(-500))?.[1];
  const first = /^\s*<[/!]?([A-Za-z][\w-]*|--)/u.exec(lower)?.[1];
  return [last, first].every((name) => name === undefined || inlineTags.has(name.toLowerCase()));
}
