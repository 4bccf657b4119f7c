/**
 * Reads Typst as far as calls and their arguments go, in one pass: markup, code and raw text are told apart. A scanner of
 * our own: Typst's parser is written in Rust, and megabytes of WebAssembly.
 */

/** An argument of a call. Offsets are UTF-16. */
export interface TypstArgument {
  readonly name: string | undefined;
  /** The literal that it is, as written without quotes or brackets; undefined where it is worked out. */
  readonly literal: { readonly type: 'string' | 'content'; readonly start: number; readonly end: number } | undefined;
}

export interface TypstCall {
  readonly name: string;
  readonly start: number;
  /** Behind the closing parenthesis. */
  readonly end: number;
  readonly arguments: readonly TypstArgument[];
  /** How many calls it stands in. */
  readonly depth: number;
}

export interface TypstHeading {
  readonly start: number;
  readonly textStart: number;
  readonly end: number;
}

export interface TypstDocument {
  /** Those that are complete, inner ones first. */
  readonly calls: readonly TypstCall[];
  readonly headings: readonly TypstHeading[];
  /** Raw text and comments, ends exclusive. */
  readonly hidden: readonly { readonly start: number; readonly end: number; readonly type: 'raw' | 'comment' }[];
  /** Where code is, from a `#` to the end of its expression or statement, the outermost only. */
  readonly code: readonly { readonly start: number; readonly end: number }[];
}

interface Frame {
  /**
   * `markup` in `[…]` or the document, `text` a bracket in markup that is only text, `code` in `(…)` or `{…}`,
   * `statement` up to the end of the line, `expression` as long as calls and fields follow.
   */
  readonly type: 'markup' | 'text' | 'code' | 'statement' | 'expression';
  readonly start: number;
  readonly call?: {
    readonly name: string;
    readonly start: number;
    readonly arguments: TypstArgument[];
    readonly depth: number;
  };
  /** The argument that is being read: how many tokens it has, and what the last one was. */
  name?: string | undefined;
  tokens: number;
  literal?: TypstArgument['literal'];
}

const keyword = /(?:let|set|show|if|for|while|import|include|return|context|break|continue)(?![\p{L}\p{N}_-])/uy;
const identifier = /[\p{L}_][\p{L}\p{N}_-]*/uy;
const number = /\d[\p{L}\p{N}.%]*/uy;
const stringLiteral = /"[^"\\]*(?:\\[^][^"\\]*)*"/uy;
const rawRun = /`+/uy;
const headingStart = /=+[^\S\n]+/uy;

export function scanTypst(text: string): TypstDocument {
  const calls: TypstCall[] = [];
  const headings: TypstHeading[] = [];
  const hidden: { start: number; end: number; type: 'raw' | 'comment' }[] = [];
  const code: { start: number; end: number }[] = [];
  const frames: Frame[] = [{ type: 'markup', start: 0, tokens: 0 }];
  let callDepth = 0;
  let codeDepth = 0;
  let isLineStart = true;
  let position = 0;
  /** The name that was just read, which a parenthesis makes a call. */
  let callee: { readonly name: string; readonly start: number; readonly end: number } | undefined;

  while (position < text.length) {
    const frame = top();
    const from = position;
    const character = text.charAt(position);
    if (frame.type === 'expression' && endsExpression(character)) {
      pop();
      continue;
    }
    position = skipHidden(frame, character);
    if (position > from) continue;
    position = frame.type === 'markup' || frame.type === 'text' ? readMarkup(character) : readCode(frame, character);
  }
  while (frames.length > 1) pop();
  return { calls, headings, hidden, code };

  function top(): Frame {
    return frames.at(-1) ?? { type: 'markup', start: 0, tokens: 0 };
  }

  function push(type: Frame['type'], start: number, call?: Frame['call']): void {
    frames.push({ type, start, tokens: 0, ...(call ? { call } : {}) });
    if (type === 'statement' || type === 'expression') codeDepth++;
    if (call) callDepth++;
  }

  function pop(): void {
    const frame = frames.pop();
    if (!frame) return;
    if (frame.call) callDepth--;
    if (frame.type !== 'statement' && frame.type !== 'expression') return;
    codeDepth--;
    if (codeDepth === 0) code.push({ start: frame.start, end: position });
  }

  /** Behind comments and raw text, where some begin here. */
  function skipHidden(frame: Frame, character: string): number {
    if (character === '/') {
      const next = text.charAt(position + 1);
      // In markup, `https://` is an address.
      if (next === '/' && !(isMarkup(frame) && text.charAt(position - 1) === ':'))
        return hide('comment', lineEnd(position));
      if (next === '*') return hide('comment', commentEnd(position));
    }
    if (character !== '`') return position;
    rawRun.lastIndex = position;
    const run = rawRun.exec(text)?.[0] ?? '';
    const behind = position + run.length;
    if (!isMarkup(frame)) value();
    if (run.length === 2) return behind;
    const close = text.indexOf(run, behind);
    isLineStart = false;
    // A lone backtick is more likely a slip than raw text up to the end.
    if (close < 0 && run.length === 1) return behind;
    return hide('raw', close < 0 ? text.length : close + run.length);
  }

  function hide(type: 'raw' | 'comment', end: number): number {
    hidden.push({ start: position, end, type });
    return end;
  }

  function lineEnd(from: number): number {
    const end = text.indexOf('\n', from);
    return end < 0 ? text.length : end;
  }

  /** Comments can stand within each other. */
  function commentEnd(from: number): number {
    const mark = /\/\*|\*\//gu;
    mark.lastIndex = from;
    let depth = 0;
    for (let match = mark.exec(text); match; match = mark.exec(text)) {
      depth += match[0] === '/*' ? 1 : -1;
      if (depth === 0) return mark.lastIndex;
    }
    return text.length;
  }

  function isMarkup(frame: Frame): boolean {
    return frame.type === 'markup' || frame.type === 'text';
  }

  function readMarkup(character: string): number {
    const wasLineStart = isLineStart;
    isLineStart = character === '\n' || (wasLineStart && /\s/u.test(character));
    if (character === '\\') return position + 2;
    if (character === '=' && wasLineStart) return readHeading();
    if (character === '$') return formulaEnd();
    if (character === '#') return readHash();
    if (character === '[') push('text', position);
    if (character === ']' && frames.length > 1) return closeContent();
    return position + 1;
  }

  function readHeading(): number {
    headingStart.lastIndex = position;
    const match = headingStart.exec(text);
    if (!match) return position + 1;
    headings.push({ start: position, textStart: headingStart.lastIndex, end: lineEnd(position) });
    return headingStart.lastIndex;
  }

  /** Formulas hold no images, but for code in them that nobody writes. */
  function formulaEnd(): number {
    const end = /\\[^]|"[^"\\]*(?:\\[^][^"\\]*)*"|\$/gu;
    end.lastIndex = position + 1;
    for (let match = end.exec(text); match; match = end.exec(text)) if (match[0] === '$') return end.lastIndex;
    return position + 1;
  }

  function readHash(): number {
    const behind = position + 1;
    keyword.lastIndex = identifier.lastIndex = behind;
    const word = keyword.exec(text)?.[0];
    if (word !== undefined) {
      push('statement', position);
      return behind + word.length;
    }
    if (!/[\p{L}_({["\d]/u.test(text.charAt(behind))) return behind;
    push('expression', position);
    return behind;
  }

  /** A bracket that is only text, or the content of an argument or of a block. */
  function closeContent(): number {
    const start = top().start;
    const isText = top().type === 'text';
    pop();
    if (!isText) value({ type: 'content', start: start + 1, end: position });
    return position + 1;
  }

  function readCode(frame: Frame, character: string): number {
    const named = callee;
    if (character === '"') return readString();
    if (character === '(' || character === '{') {
      value();
      const isCall = character === '(' && named?.end === position;
      push(
        'code',
        position,
        isCall ? { name: named.name, start: named.start, arguments: [], depth: callDepth } : undefined,
      );
      return position + 1;
    }
    if (character === '[') {
      push('markup', position);
      isLineStart = true;
      return position + 1;
    }
    if (character === ')' || character === '}' || character === ']') return closeCode(character);
    if (character === ',') endArgument(frame);
    if (character === ':' && frame.call && frame.tokens === 1 && named?.end === position) {
      [frame.name, frame.tokens] = [named.name, 0];
      return position + 1;
    }
    if (frame.type === 'statement' && (character === '\n' || character === ';')) {
      pop();
      isLineStart = true;
      return position + 1;
    }
    return readToken(character);
  }

  function readToken(character: string): number {
    identifier.lastIndex = number.lastIndex = position;
    const match = identifier.exec(text) ?? number.exec(text);
    if (match) {
      const isField = text.charAt(position - 1) === '.' && text.slice(Math.max(0, position - 4), position) !== 'std.';
      callee = isField ? undefined : { name: match[0], start: position, end: position + match[0].length };
      value();
      return position + match[0].length;
    }
    if (character !== ',' && !/\s/u.test(character)) value();
    return position + 1;
  }

  function readString(): number {
    stringLiteral.lastIndex = position;
    const match = stringLiteral.exec(text);
    if (!match) {
      value();
      return text.length;
    }
    value({ type: 'string', start: position + 1, end: stringLiteral.lastIndex - 1 });
    return stringLiteral.lastIndex;
  }

  /** Notes a token of the argument that is being read, the last of which may be all of it. */
  function value(literal?: TypstArgument['literal']): void {
    const frame = frames.findLast(({ type }) => type === 'code' || type === 'statement' || type === 'expression');
    if (!frame) return;
    frame.tokens++;
    frame.literal = literal;
  }

  function endArgument(frame: Frame): void {
    if (!frame.call) return;
    if (frame.tokens > 0) {
      frame.call.arguments.push({ name: frame.name, literal: frame.tokens === 1 ? frame.literal : undefined });
    }
    [frame.name, frame.tokens, frame.literal] = [undefined, 0, undefined];
  }

  /** Statements and expressions end with what they stand in. */
  function closeCode(character: string): number {
    while (top().type === 'statement' || top().type === 'expression') {
      if (frames.length <= 2) {
        // In the document's own markup, it closes nothing.
        pop();
        return position + 1;
      }
      pop();
    }
    const frame = top();
    if (isMarkup(frame)) return character === ']' && frames.length > 1 ? closeContent() : position + 1;
    if (character === ']' || frames.length === 1) return position + 1;
    endArgument(frame);
    pop();
    if (frame.call) calls.push({ ...frame.call, end: position + 1 });
    return position + 1;
  }

  /** What may follow directly: a field, a call's arguments, content. */
  function endsExpression(character: string): boolean {
    const frame = top();
    if (frame.start === position - 1) return false;
    if (character === '(' || character === '[') return false;
    if (character === '.') return !/[\p{L}_]/u.test(text.charAt(position + 1));
    return !(text.charAt(position - 1) === '.' && /[\p{L}_]/u.test(character));
  }
}
