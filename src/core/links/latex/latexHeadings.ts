/** The titles of LaTeX: `\section` and its kin, and those of Beamer's frames. */
import { plainLatex } from '../../prompt/clean/plainLatex.ts';
import { latexArguments } from './latexArguments.ts';
import { latexGroups } from './latexGroups.ts';
import type { Heading } from '../linkStyle.ts';
import { maskLatex } from './maskLatex.ts';

const command =
  /\\(?:\\|(?:part|chapter|section|subsection|subsubsection|paragraph|subparagraph|frametitle)(?![A-Za-z])|begin\s*\{frame\})/gu;

export function latexHeadings(text: string): readonly Heading[] {
  const masked = maskLatex(text);
  const groups = latexGroups(masked);
  const headings: Heading[] = [];
  command.lastIndex = 0;
  for (let match = command.exec(masked); match; match = command.exec(masked)) {
    if (match[0] === '\\\\') continue;
    const [title] = latexArguments(masked, groups, match.index + match[0].length, 1).arguments;
    const words = title ? plainLatex(masked.slice(title.start, title.end)) : '';
    if (words !== '') headings.push({ start: match.index, text: words });
  }
  return headings;
}
