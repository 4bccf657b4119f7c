/** Takes the marks off reStructuredText and keeps the words. */
import { isAdornment } from '../../links/rst/rstLines.ts';
import { plainRst } from './plainRst.ts';

/** Their argument says what is meant; that of others is a name or a file. */
const worded =
  /^(?:note|tip|hint|important|warning|caution|danger|attention|error|admonition|topic|sidebar|rubric|epigraph)$/u;
const directive = /^\.\.\s+(?:\|[^|]+\|\s+)?([\w:+.-]+?) ?::(?:\s+(.*))?$/u;
const tableBorder = /^(?:\+(?:[-=]+\+)+|=+(?:\s+=+)+)$/u;

export function cleanRst(text: string): string {
  const words: string[] = [];
  let isOptions = false;
  for (const line of text.split('\n')) {
    const row = withoutMarks(line.trim());
    const option: RegExpExecArray | null = isOptions ? /^:([\w-]+):\s*(.*)$/u.exec(row) : null;
    const named = directive.exec(row);
    isOptions = named !== null || option !== null;
    if (named) words.push(worded.test((named[1] ?? '').toLowerCase()) ? (named[2] ?? '') : '');
    else if (option) words.push(option[1] === 'alt' ? (option[2] ?? '') : '');
    else words.push(cleanRow(row));
  }
  return plainRst(words.join('\n'));
}

/** Of a comment, its words; of what is explicit otherwise, targets and notes go. */
function cleanRow(row: string): string {
  if (isAdornment(row) || tableBorder.test(row) || /^\.\.\s+_.*:/u.test(row)) return '';
  const rest = row.replace(/^\.\.(?:\s+(?:\[[^\]]+\]\s+)?|$)/u, '').replace(/^\|\s(.*)$/u, '$1');
  const words = (/^\|.*\|$/u.test(row) ? row.replace(/\|/gu, ' ') : rest).trim();
  // Two colons announce code: one of them is read, unless they stand alone.
  if (!words.endsWith('::')) return words;
  return /(?:^|\s)::$/u.test(words) ? words.slice(0, -2) : words.slice(0, -1);
}

function withoutMarks(row: string): string {
  return row.replace(/^(?:(?:[-*+•‣⁃]|\(?(?:\d{1,3}|#)[.)])\s+)+/u, '');
}
