/** How far the text of a Markdown list item is indented. */

const marker = /^(\s*)([-*+]|\d{1,9}[.)])(\s+|$)/u;

/** The spaces in front of an item's text, as many columns as its marks take; empty where the line begins no item. */
export function contentIndent(text: string): string {
  let rest = text;
  let indent = '';
  for (let match = marker.exec(rest); match; match = marker.exec(rest)) {
    const [whole, before = '', mark = '', behind = ''] = match;
    // Five spaces and more begin code within the item, which then starts after one; so does an empty item.
    const isCode = leadingColumns(behind) > 4 && !behind.includes('\t');
    const space = behind === '' || isCode ? ' ' : behind;
    indent += before + ' '.repeat(mark.length) + space;
    if (behind === '' || isCode) return indent;
    rest = rest.slice(whole.length);
  }
  return indent;
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
