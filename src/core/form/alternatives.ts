/** The alternatives in a prompt as a tree that knows how many texts it stands for. */
import { alternativeTokens, type Token } from './alternativeTokens.ts';

/** Parts one after the other; a part that is a list has one of its members there. */
export interface Sequence {
  readonly parts: readonly (string | Choice)[];
  /** How many texts it stands for; exact up to 2^53, above that a large number. */
  readonly count: number;
}

export interface Choice {
  readonly options: readonly Sequence[];
  readonly count: number;
}

/** Braces within braces within…: a prompt of nothing but braces must not overflow the stack. */
const deepest = 50;

/** How many texts a prompt stands for; no more than `Number.MAX_SAFE_INTEGER` is counted. */
export function countAlternatives(prompt: string): number {
  return Math.min(parseAlternatives(prompt).count, Number.MAX_SAFE_INTEGER);
}

export function parseAlternatives(prompt: string): Sequence {
  const tokens = alternativeTokens(prompt);
  return parseSequence({ tokens, closings: matchBraces(tokens) }, 0, tokens.length, false);
}

interface Source {
  readonly tokens: readonly Token[];
  /** From an opening brace to its closing one. Braces without a partner are not in it. */
  readonly closings: ReadonlyMap<number, number>;
}

function matchBraces(tokens: readonly Token[]): ReadonlyMap<number, number> {
  const closings = new Map<number, number>();
  const open: number[] = [];
  for (const [index, { mark }] of tokens.entries()) {
    if (mark === '{') open.push(index);
    const opening = mark === '}' ? open.pop() : undefined;
    if (opening !== undefined && open.length < deepest) closings.set(opening, index);
  }
  return closings;
}

function parseSequence(source: Source, from: number, to: number, isOption: boolean): Sequence {
  const parts: (string | Choice)[] = [];
  for (let at = from; at < to; at += 1) {
    const closing = source.closings.get(at);
    const bars = closing === undefined ? [] : barsBetween(source, at + 1, closing);
    const token = source.tokens[at];
    if (closing !== undefined && bars.length > 0) {
      parts.push(parseChoice(source, [at, ...bars, closing]));
      at = closing;
    } else if (token) {
      parts.push(isOption ? token.text : (token.typed ?? token.text));
    }
  }
  const counts = parts.map((part) => (typeof part === 'string' ? 1 : part.count));
  return { parts, count: counts.reduce((product, count) => product * count, 1) };
}

/** @param borders the opening brace, the bars and the closing brace */
function parseChoice(source: Source, borders: readonly number[]): Choice {
  const options = borders
    .slice(0, -1)
    .map((border, index) => parseSequence(source, border + 1, borders[index + 1] ?? border, true));
  return { options, count: options.reduce((sum, { count }) => sum + count, 0) };
}

/** Those that belong to no braces within. */
function barsBetween({ tokens, closings }: Source, from: number, to: number): readonly number[] {
  const bars: number[] = [];
  for (let at = from; at < to; at += 1) {
    if (tokens[at]?.mark === '|') bars.push(at);
    at = closings.get(at) ?? at;
  }
  return bars;
}
