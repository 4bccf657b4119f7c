/** The section titles of reStructuredText: text over, or between, lines of one punctuation mark. */
import { plainRst } from '../../prompt/clean/plainRst.ts';
import type { Heading } from '../linkStyle.ts';
import { isAdornment, rstLines } from './rstLines.ts';

export function rstHeadings(text: string): readonly Heading[] {
  const lines = rstLines(text);
  const headings: Heading[] = [];
  for (let i = 0; i + 1 < lines.length; i++) {
    const [title, below, above] = [lines[i], lines[i + 1], lines[i - 1]];
    if (!title || !below || title.kind !== 'text' || isAdornment(title.text) || !isAdornment(below.text)) continue;
    const length = below.text.trimEnd().length;
    const isOver = above !== undefined && isAdornment(above.text) && above.text.trimEnd() === below.text.trimEnd();
    // A shorter line of four marks still makes a title, with a warning; docutils lets only an overlined one be indented.
    if (length < Math.min(4, title.text.trim().length) || (!isOver && /^\s/u.test(title.text))) continue;
    if (above !== undefined && above.kind !== 'blank' && !isAdornment(above.text) && above.kind !== 'explicit')
      continue;
    const start = title.start + (title.text.length - title.text.trimStart().length);
    headings.push({ start, text: plainRst(title.text.trim()) });
  }
  return headings;
}
