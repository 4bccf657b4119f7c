/** LaTeX without what is not typeset: comments, verbatim environments and commands, what follows the document's end. */
import { blanked } from '../textLines.ts';

const environments = new Set(
  (
    'verbatim verbatim* Verbatim Verbatim* BVerbatim LVerbatim SaveVerbatim lstlisting minted comment alltt listing ' +
    'filecontents filecontents* luacode luacode* pycode tcblisting verbbox'
  ).split(' '),
);

// Two characters after a backslash are one, whatever they are: `\%` begins no comment.
const interesting =
  /%|\\(?:begin\s*\{([A-Za-z]+\*?)\}|(verb\*?|lstinline|mintinline)(?![A-Za-z])|(iffalse)(?![A-Za-z])|(end)\s*\{document\}|[^])/gu;

/** UTF-16 units. No code within a line is that long; it keeps a line of nothing but openings from being read over and over. */
const maxInline = 1_000;

/** The same length, with spaces for what is left out. */
export function maskLatex(text: string): string {
  if (!/[%\\]/u.test(text)) return text;
  const pieces: string[] = [];
  let kept = 0;
  const hide = (start: number, end: number): void => {
    pieces.push(text.slice(kept, start), blanked(text.slice(start, end)));
    kept = interesting.lastIndex = end;
  };
  interesting.lastIndex = 0;
  for (let match = interesting.exec(text); match; match = interesting.exec(text)) {
    const [whole, environment, inline, iffalse, end] = match;
    const behind = match.index + whole.length;
    if (whole === '%') hide(match.index, lineEnd(text, match.index));
    else if (environment !== undefined && environments.has(environment)) {
      const close = text.indexOf(`\\end{${environment}}`, behind);
      hide(behind, close < 0 ? text.length : close);
    } else if (inline !== undefined) hide(match.index, inlineEnd(text, behind, inline));
    else if (iffalse !== undefined) {
      const close = text.indexOf('\\fi', behind);
      hide(match.index, close < 0 ? text.length : close);
    } else if (end !== undefined) hide(behind, text.length);
  }
  pieces.push(text.slice(kept));
  return pieces.join('');
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** Behind `|…|`, or `{…}` where the command takes braces; the command itself where nothing closes it in its line. */
function inlineEnd(text: string, from: number, command: string): number {
  const line = text.slice(from, Math.min(lineEnd(text, from), from + maxInline));
  const takesBraces = !command.startsWith('verb');
  const options = takesBraces ? (/^\s*(?:\[[^\]]*\])?(?:\{\w*\}(?=[{|!+]))?/u.exec(line)?.[0] ?? '') : '';
  const open = line.charAt(options.length);
  const close = line.indexOf(takesBraces && open === '{' ? '}' : open, options.length + 1);
  return open === '' || close < 0 ? from : from + close + 1;
}
