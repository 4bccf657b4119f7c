/** Finds the list item that a line of Markdown is part of, by its indentation. */
import { isBlank, type Lines } from '../lines.ts';
import { contentIndents, leadingColumns, quoteDepth, withoutQuotes } from './markdownLine.ts';

/**
 * The white space that puts a new paragraph into the innermost item around a block, empty outside of lists.
 * @param startLine the block's first line
 */
export function listIndentAt(lines: Lines, startLine: number): string {
  const text = withoutQuotes(lines.lineAt(startLine));
  return contentIndents(text).at(-1) ?? indentAbove(lines, startLine, leadingColumns(text));
}

// What cannot go on with a paragraph that began further right: headings, breaks, fences, HTML.
const endsList = /^(?:#{1,6}(?:\s|$)|`{3}|~{3}|<|(?:[*_-]\s*){3,}$)/u;

/** Keeps a document of nothing but indented lines from taking minutes; no item's text is that far from its mark. */
const maxLines = 1_000;

function indentAbove({ lineAt }: Lines, startLine: number, indent: number): string {
  const depth = quoteDepth(lineAt(startLine));
  let bound = indent;
  for (let i = startLine - 1; i >= Math.max(0, startLine - maxLines) && bound > 0; i--) {
    const text = withoutQuotes(lineAt(i));
    if (isBlank(text)) continue;
    if (quoteDepth(lineAt(i)) !== depth) return '';
    const indents = contentIndents(text);
    const content = indents.findLast((each) => leadingColumns(each) <= indent);
    if (content !== undefined) return content;
    const own = leadingColumns(text);
    const isItem = indents.length > 0;
    const isLazy = !endsList.test(text) && i > 0 && !isBlank(withoutQuotes(lineAt(i - 1)));
    if (!isItem && own === 0 && !isLazy) return '';
    if (isItem) bound = Math.min(bound, own);
  }
  return '';
}
