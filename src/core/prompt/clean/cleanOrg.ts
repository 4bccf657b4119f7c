/** Takes the marks off Org and keeps the words. */
import { orgTitle, todoKeywords } from '../../links/org/orgHeadings.ts';
import { plainOrg } from './plainOrg.ts';

/** Lines that say nothing to a reader: but for captions and alt texts. */
const dropped = /^(?:#\+(?!caption|title|subtitle).*|:[\w-]+:.*|-{5,}|\|[-+]+\|?|(?:SCHEDULED|DEADLINE|CLOSED):.*)$/iu;

export function cleanOrg(text: string): string {
  const keywords = todoKeywords(text);
  let isCode = false;
  const words = text.split('\n').map((line) => {
    const row = line.trim();
    if (/^#\+(?:begin|end)_(?:src|example|export)/iu.test(row)) {
      isCode = /^#\+begin/iu.test(row);
      return '';
    }
    if (isCode) return row;
    if (/^\*+\s/u.test(line)) return orgTitle(line, keywords);
    return dropped.test(row) ? '' : plainOrg(cleanRow(row));
  });
  return words.join('\n');
}

function cleanRow(row: string): string {
  const rest = row
    .replace(/^#\+\w+(?:\[[^\]]*\])?:\s*/u, '')
    .replace(/^[#:]\s+/u, '')
    .replace(/^(?:(?:[-+]|\d{1,3}[.)])\s+)+(?:\[[ X-]\]\s+)?/u, '')
    .replace(/\s::\s/u, ': ');
  return rest.startsWith('|') ? rest.replace(/\|/gu, ' ') : rest;
}
