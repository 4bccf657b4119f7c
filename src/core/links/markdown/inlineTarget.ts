/** Reads the part of a Markdown link in parentheses: target and optional title. */

export interface InlineTarget {
  readonly targetStart: number;
  readonly targetEnd: number;
  /** As written, without its quotes. */
  readonly title: string | undefined;
  /** Behind the closing parenthesis. */
  readonly end: number;
}

export interface Destination {
  readonly targetStart: number;
  readonly targetEnd: number;
  readonly isBracketed: boolean;
  readonly isEmpty: boolean;
  /** Behind the closing bracket, if it has one. */
  readonly end: number;
}

/** As in cmark. It also keeps a line of unclosed links from being read again and again to its end. */
const maxDepth = 32;

/** `start` is behind the opening parenthesis. Undefined where CommonMark sees no link. */
export function inlineTarget(line: string, start: number): InlineTarget | undefined {
  const destination = readDestination(line, skipSpaces(line, start));
  if (!destination) return undefined;
  const { targetStart, targetEnd, end } = destination;
  const titleStart = skipSpaces(line, end);
  const titleEnd = titleStart > end ? readTitle(line, titleStart) : titleStart;
  if (titleEnd === undefined) return undefined;
  const close = skipSpaces(line, titleEnd);
  if (line.charAt(close) !== ')') return undefined;
  const title = titleEnd > titleStart ? line.slice(titleStart + 1, titleEnd - 1) : undefined;
  return { targetStart, targetEnd, title, end: close + 1 };
}

/** The target that begins at `start`, with or without brackets. */
export function readDestination(line: string, start: number): Destination | undefined {
  const isBracketed = line.charAt(start) === '<';
  const targetStart = isBracketed ? start + 1 : start;
  const targetEnd = isBracketed ? bracketedEnd(line, targetStart) : bareEnd(line, targetStart);
  if (targetEnd === undefined) return undefined;
  const end = isBracketed ? targetEnd + 1 : targetEnd;
  return { targetStart, targetEnd, isBracketed, isEmpty: targetEnd === targetStart, end };
}

function bracketedEnd(line: string, start: number): number | undefined {
  for (let i = start; i < line.length; i++) {
    const character = line.charAt(i);
    if (character === '>') return i;
    if (character === '<' || character === '\n') return undefined;
    if (character === '\\' && line.charAt(i + 1) !== '\n') i++;
  }
  return undefined;
}

function bareEnd(line: string, start: number): number | undefined {
  let depth = 0;
  let i = start;
  for (; i < line.length; i++) {
    const character = line.charAt(i);
    if (character === '{') i = templateEnd(line, i);
    if (character <= ' ' || character === '\u007F') break;
    if (character === '(' && ++depth > maxDepth) return undefined;
    if (character === ')' && --depth < 0) return i;
    if (character === '\\' && /[!-/:-@[-`{-~]/u.test(line.charAt(i + 1))) i++;
  }
  return depth === 0 ? Math.min(i, line.length) : undefined;
}

const template = /\{(?:\{[^{}\n]{0,200}\}|%[^{}%\n]{0,200}%)\}/uy;

/** A template is filled in before Markdown is read. Where its last character is, or where it would begin. */
function templateEnd(line: string, at: number): number {
  template.lastIndex = at;
  return template.test(line) ? template.lastIndex - 1 : at;
}

/** Where the title that begins at `start` ends; `start` itself where none begins, undefined where it is not closed. */
export function readTitle(line: string, start: number): number | undefined {
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
