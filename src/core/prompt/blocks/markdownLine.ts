/** What stands in front of a line's own text in Markdown: quotation marks, indentation, the marks of list items. */

const marker = /^(\s*)([-*+]|\d{1,9}[.)])(\s+|$)/u;

/**
 * The white space in front of an item's text, as many columns as its marks take: for `- 1. x` that of the outer item and
 * that of the inner one. Empty where the line begins no item.
 */
export function contentIndents(text: string): readonly string[] {
  const indents: string[] = [];
  let rest = text;
  for (let match = marker.exec(rest); match; match = marker.exec(rest)) {
    const [whole, before = '', mark = '', behind = ''] = match;
    // Five spaces and more begin code within the item, which then starts after one; so does an empty item.
    const isCode = leadingColumns(behind) > 4 && !behind.includes('\t');
    const space = behind === '' || isCode ? ' ' : behind;
    indents.push(`${indents.at(-1) ?? ''}${before}${' '.repeat(mark.length)}${space}`);
    if (behind === '' || isCode) break;
    rest = rest.slice(whole.length);
  }
  return indents;
}

/** Columns of white space in front, tab stops every four. */
export function leadingColumns(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (character === ' ') columns++;
    else if (character === '\t') columns += 4 - (columns % 4);
    else break;
  }
  return columns;
}

/** The line without the marks of quotations, its indentation kept. */
export function withoutQuotes(line: string): string {
  return line.replace(/^(?: {0,3}> ?)+/u, '');
}

/** How many quotations a line says it is in. */
export function quoteDepth(line: string): number {
  return (/^(?: {0,3}> ?)+/u.exec(line)?.[0] ?? '').replace(/[^>]/gu, '').length;
}
