/** Takes the marks off Typst and keeps the words. A text that is a comment was meant. */
import { plainTypst } from './plainTypst.ts';

export function cleanTypst(text: string): string {
  const trimmed = text.trim();
  const lines = trimmed.split('\n');
  if (lines.every((line) => /^\s*(?:\/\/|$)/u.test(line))) {
    return lines.map((line) => line.replace(/^\s*\/{2,}\s?/u, '')).join('\n');
  }
  if (trimmed.startsWith('/*') && trimmed.endsWith('*/')) {
    return lines.map((line) => line.replace(/^\s*(?:\/\*+|\*(?!\/))\s?/u, '').replace(/\s*\*+\/\s*$/u, '')).join('\n');
  }
  const rows = lines.map((line) => line.replace(/^\s*(?:=+\s+|(?:(?:[-+]|\d{1,3}\.)\s+)+)/u, ''));
  return plainTypst(rows.join('\n'));
}
