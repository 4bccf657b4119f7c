/** Takes the commands off LaTeX and keeps the words. A text of nothing but comments was meant as it stands there. */
import { plainLatex } from './plainLatex.ts';

export function cleanLatex(text: string): string {
  const lines = text.split('\n');
  const isComment = lines.every((line) => /^\s*(?:%|$)/u.test(line));
  const rows = lines.map((line) =>
    isComment ? line.replace(/^\s*%+\s?/u, '') : line.replace(/(?<!\\)((?:\\\\)*)%.*$/u, '$1'),
  );
  return rows
    .join('\n')
    .split(/\n[^\S\n]*\n/u)
    .map(plainLatex)
    .join('\n');
}
