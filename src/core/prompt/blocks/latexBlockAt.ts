/** The blocks of LaTeX: paragraphs, items, and the environments that no picture can stand in. */
import { maskLatex } from '../../links/latex/maskLatex.ts';
import { isBlank, type LineRange, type Lines } from '../lines.ts';
import { leadingSpace, textOf, type ProseBlock } from './proseBlock.ts';

const closed = new RegExp(
  `^(?:${[
    'verbatim|Verbatim|BVerbatim|LVerbatim|lstlisting|minted|comment|alltt|filecontents|listing|tcblisting',
    'equation|align|alignat|gather|multline|flalign|eqnarray|math|displaymath|array|cases|matrix|split',
    'tabular|tabularx|tabulary|longtable|table|figure|wrapfigure|tikzpicture|pgfpicture|picture',
    'algorithm|algorithmic|thebibliography|abstract',
  ].join('|')})\\*?$`,
  'u',
);
/** These begin a block of their own in the middle of a paragraph. */
const begins =
  /^\s*\\(?:item|begin|end|part|chapter|(?:sub){0,2}section|(?:sub)?paragraph|frametitle|caption)(?![A-Za-z])/u;
const heading = /^\s*\\(?:part|chapter|(?:sub){0,2}section)(?![A-Za-z])/u;

/** An environment that was opened further out than this is not looked for. */
const maxDepth = 50;

export function latexBlockAt(lines: Lines, line: number): ProseBlock | undefined {
  const { count, lineAt } = lines;
  const masked = maskLatex(textOf(lines)).split('\n');
  const environment = environmentAround(masked, line);
  const isComment = (at: number): boolean => /^\s*%/u.test(lineAt(at));
  if (isBlank(lineAt(line)) && !environment) return undefined;
  let startLine = line;
  while (startLine > 0 && isSame(startLine)) startLine--;
  let endLine = line;
  while (endLine + 1 < count && isSame(endLine + 1)) endLine++;
  const content = isBlank(lineAt(line)) ? undefined : { startLine, endLine };
  const indent = leadingSpace(lineAt(environment?.startLine ?? startLine));
  const end = Math.max(environment?.endLine ?? endLine, lastOfPreamble(masked, endLine));
  return { startLine: environment?.startLine ?? startLine, endLine: end, content, indent };

  /** The line goes on with the one above it. */
  function isSame(at: number): boolean {
    if (isBlank(lineAt(at)) || isBlank(lineAt(at - 1)) || isComment(at) !== isComment(at - 1)) return false;
    const above = masked[at - 1] ?? '';
    return !begins.test(masked[at] ?? '') && !heading.test(above) && !/^\s*\\(?:begin|end)\{[^}]*\}\s*$/u.test(above);
  }
}

/** The outermost one around a line, its own first and last lines included. One that never ends is none. */
function environmentAround(masked: readonly string[], line: number): LineRange | undefined {
  const open: { readonly name: string; readonly startLine: number }[] = [];
  let around: LineRange | undefined;
  for (let endLine = 0; endLine < masked.length; endLine++) {
    for (const [, word, name = ''] of (masked[endLine] ?? '').matchAll(/\\(begin|end)\s*\{([A-Za-z]+\*?)\}/gu)) {
      if (!closed.test(name)) continue;
      if (word === 'begin') {
        open.push({ name, startLine: endLine });
        continue;
      }
      const at = open.slice(-maxDepth).findLastIndex((one) => one.name === name);
      if (at < 0) continue;
      const startLine = open.splice(Math.max(0, open.length - maxDepth) + at)[0]?.startLine ?? endLine;
      if (startLine <= line && line <= endLine) around = { startLine, endLine };
    }
    if (open.length === 0 && endLine >= line) break;
  }
  return around;
}

/** Nothing can be shown in front of `\begin{document}`. */
function lastOfPreamble(masked: readonly string[], line: number): number {
  const begin = masked.findIndex((row) => /\\begin\s*\{document\}/u.test(row));
  return begin > line ? begin : line;
}
