/**
 * Reads Typst as far as calls and their arguments go, in one pass: markup, code and raw text are told apart. A scanner of
 * our own: Typst's parser is written in Rust, and megabytes of WebAssembly.
 */
import type { TypstArgument, TypstCall, TypstDocument, TypstHeading } from './typstDocument.ts';
import {
  commentEnd,
  formulaEnd,
  headingTextAt,
  keywordAt,
  lineEnd,
  nameAt,
  rawRunAt,
  stringEnd,
} from './typstTokens.ts';

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
        return hide('comment', lineEnd(text, position));
      if (next === '*') return hide('comment', commentEnd(text, position));
    }
    if (character !== '`') return position;
    const run = rawRunAt(text, position);
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

  function isMarkup(frame: Frame): boolean {
    return frame.type === 'markup' || frame.type === 'text';
  }

  function readMarkup(character: string): number {
    const wasLineStart = isLineStart;
    isLineStart = character === '\n' || (wasLineStart && /\s/u.test(character));
    if (character === '\\') return position + 2;
    if (character === '=' && wasLineStart) return readHeading();
    if (character === '$') return formulaEnd(text, position);
    if (character === '#') return readHash();
    if (character === '[') push('text', position);
    if (character === ']' && frames.length > 1) return closeContent();
    return position + 1;
  }

  function readHeading(): number {
    const textStart = headingTextAt(text, position);
    if (textStart === undefined) return position + 1;
    headings.push({ start: position, textStart, end: lineEnd(text, position) });
    return textStart;
  }

  function readHash(): number {
    const behind = position + 1;
    const word = keywordAt(text, behind);
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
    const name = nameAt(text, position);
    if (name !== undefined) {
      const isField = text.charAt(position - 1) === '.' && text.slice(Math.max(0, position - 4), position) !== 'std.';
      callee = isField ? undefined : { name, start: position, end: position + name.length };
      value();
      return position + name.length;
    }
    if (character !== ',' && !/\s/u.test(character)) value();
    return position + 1;
  }

  function readString(): number {
    const end = stringEnd(text, position);
    if (end === undefined) {
      value();
      return text.length;
    }
    value({ type: 'string', start: position + 1, end: end - 1 });
    return end;
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
