/** Reads the part of a Markdown link in parentheses: target and optional title. */

export interface InlineTarget {
  readonly targetStart: number;
  readonly targetEnd: number;
  /** Behind the closing parenthesis. */
  readonly end: number;
}

/** As in cmark. It also keeps a line of unclosed links from being read again and again to its end. */
const maxDepth = 32;

/** `start` is behind the opening parenthesis. Undefined where CommonMark sees no link. */
export function inlineTarget(line: string, start: number): InlineTarget | undefined {
  const begin = skipSpaces(line, start);
  const bracketed = line.charAt(begin) === '<';
  const targetStart = bracketed ? begin + 1 : begin;
  const targetEnd = bracketed ? bracketedEnd(line, targetStart) : bareEnd(line, targetStart);
  if (targetEnd === undefined) return undefined;
  const afterTarget = bracketed ? targetEnd + 1 : targetEnd;
  const afterSpaces = skipSpaces(line, afterTarget);
  const afterTitle = afterSpaces > afterTarget ? titleEnd(line, afterSpaces) : afterSpaces;
  if (afterTitle === undefined) return undefined;
  const close = skipSpaces(line, afterTitle);
  return line.charAt(close) === ')' ? { targetStart, targetEnd, end: close + 1 } : undefined;
}

function bracketedEnd(line: string, start: number): number | undefined {
  for (let i = start; i < line.length; i++) {
    const character = line.charAt(i);
    if (character === '>') return i;
    if (character === '<') return undefined;
    if (character === '\\') i++;
  }
  return undefined;
}

function bareEnd(line: string, start: number): number | undefined {
  let depth = 0;
  let i = start;
  for (; i < line.length; i++) {
    const character = line.charAt(i);
    if (character <= ' ' || character === '\u007F') break;
    if (character === '(' && ++depth > maxDepth) return undefined;
    if (character === ')' && --depth < 0) return i;
    if (character === '\\' && /[!-/:-@[-`{-~]/u.test(line.charAt(i + 1))) i++;
  }
  return depth === 0 ? Math.min(i, line.length) : undefined;
}

/** Where the title that begins at `start` ends; `start` itself where none begins, undefined where it is not closed. */
function titleEnd(line: string, start: number): number | undefined {
  const open = line.charAt(start);
  if (open !== '"' && open !== "'" && open !== '(') return start;
  const close = open === '(' ? ')' : open;
  for (let i = start + 1; i < line.length; i++) {
    const character = line.charAt(i);
    if (character === close) return i + 1;
    if (character === '(' && open === '(') return undefined;
    if (character === '\\') i++;
  }
  return undefined;
}

function skipSpaces(line: string, start: number): number {
  let i = start;
  while (i < line.length && /[ \t\r\n]/u.test(line.charAt(i))) i++;
  return i;
}
