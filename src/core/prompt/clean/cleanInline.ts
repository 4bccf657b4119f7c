/** Takes the marks within a line off Markdown: emphasis, links, images, code spans, escapes, entities. */
import { backtickRuns, codeSpanEnd } from '../../links/markdown/codeSpans.ts';
import { decodeEntities } from '../../links/tags/entities.ts';
import { inlineTarget } from '../../links/markdown/inlineTarget.ts';

/** Pieces of the result; those of marks can still be taken back. */
interface Mark {
  /** Where in the pieces it stands. */
  readonly index: number;
  /** How many marks of the run are still unused. */
  left: number;
}

interface Bracket {
  readonly index: number;
  readonly isImage: boolean;
}

const autolink = /<((?:https?|mailto):[^\s<>]+)>/uy;
const footnote = /\[\^[^\]\s]{1,100}\]/uy;
const reference = /\[[^[\]\n]{0,999}\]/uy;

/** One pass, each character looked at once; marks that pair with nothing stay. */
export function cleanInline(text: string): string {
  const pieces: string[] = [];
  const openers: Readonly<Record<string, Mark[]>> = { '*': [], _: [], '~': [] };
  const brackets: Bracket[] = [];
  const runs = backtickRuns(text);
  let position = 0;
  let plainStart = 0;

  while (position < text.length) {
    const character = text.charAt(position);
    if (!'\\`*_~[]!<'.includes(character)) {
      position++;
      continue;
    }
    if (character === '!' && text.charAt(position + 1) !== '[') {
      position++;
      continue;
    }
    addPlain(position);
    position = readMark(character, position);
    plainStart = position;
  }
  addPlain(text.length);
  return pieces.join('');

  function addPlain(end: number): void {
    if (end > plainStart) pieces.push(decodeEntities(text.slice(plainStart, end)));
  }

  function keep(start: number, end: number): number {
    pieces.push(text.slice(start, end));
    return end;
  }

  /** Where to go on. */
  function readMark(character: string, at: number): number {
    if (character === '\\') return readEscape(at);
    if (character === '`') return readCode(at);
    if (character === '!') return openBracket(at, true);
    if (character === '[') return readOpening(at);
    if (character === ']') return readClosing(at);
    if (character === '<') return readAutolink(at);
    return readRun(character, at);
  }

  function readEscape(at: number): number {
    if (!/[!-/:-@[-`{-~\n]/u.test(text.charAt(at + 1))) return keep(at, at + 1);
    return keep(at + 1, at + 2);
  }

  function readCode(at: number): number {
    const end = codeSpanEnd(runs, at);
    const run = runs.get(at);
    if (run?.spanEnd === undefined) return keep(at, end);
    const length = run.end - at;
    pieces.push(text.slice(run.end, end - length));
    return end;
  }

  function openBracket(at: number, isImage: boolean): number {
    brackets.push({ index: pieces.length, isImage });
    return keep(at, at + (isImage ? 2 : 1));
  }

  function readOpening(at: number): number {
    footnote.lastIndex = at;
    return footnote.test(text) ? footnote.lastIndex : openBracket(at, false);
  }

  /** `](…)` and `][…]` end a link; `[words:0.5]` and `((words))` are how people weigh words. */
  function readClosing(at: number): number {
    const bracket = brackets.pop();
    const end = bracket && linkEnd(at + 1);
    if (!bracket || end === undefined) return keep(at, at + 1);
    pieces[bracket.index] = '';
    return end;
  }

  function linkEnd(at: number): number | undefined {
    if (text.charAt(at) === '(') return inlineTarget(text, at + 1)?.end;
    reference.lastIndex = at;
    return reference.test(text) ? reference.lastIndex : undefined;
  }

  function readAutolink(at: number): number {
    autolink.lastIndex = at;
    const match = autolink.exec(text);
    if (!match) return keep(at, at + 1);
    pieces.push(match[1] ?? '');
    return autolink.lastIndex;
  }

  function readRun(character: string, at: number): number {
    let end = at + 1;
    while (text.charAt(end) === character) end++;
    const { opens, closes } = flanking(character, text.slice(Math.max(0, at - 2), at), text.slice(end, end + 2));
    const used = closes ? closeRun(character, end - at) : 0;
    const left = end - at - used;
    if (opens && left > 0) openers[character]?.push({ index: pieces.length, left });
    pieces.push(character.repeat(left));
    return end;
  }

  /** Pairs a run with open ones of its kind; those of other kinds in between can pair no more. */
  function closeRun(character: string, length: number): number {
    const stack = openers[character] ?? [];
    let used = 0;
    while (used < length) {
      const opener = stack.at(-1);
      if (!opener) break;
      const count = Math.min(opener.left, length - used);
      // Strikethrough takes two, or both runs alike.
      if (character === '~' && opener.left !== length) break;
      opener.left -= count;
      used += count;
      pieces[opener.index] = character.repeat(opener.left);
      if (opener.left === 0) stack.pop();
      for (const others of Object.values(openers)) if (others !== stack) forgetAfter(others, opener.index);
    }
    return used;
  }
}

/**
 * Whether a run can open or close, as CommonMark tells by its neighbours. Stricter for `*` within words: `3*4*5` is a
 * product and `a*b*c` may be one.
 */
function flanking(character: string, before: string, after: string): { opens: boolean; closes: boolean } {
  const last = before === '' ? ' ' : (Array.from(before).at(-1) ?? ' ');
  const next = after === '' ? ' ' : String.fromCodePoint(after.codePointAt(0) ?? 32);
  const left = !/\s/u.test(next) && (!/[\p{P}\p{S}]/u.test(next) || /[\s\p{P}\p{S}]/u.test(last));
  const right = !/\s/u.test(last) && (!/[\p{P}\p{S}]/u.test(last) || /[\s\p{P}\p{S}]/u.test(next));
  // Scripts without spaces put emphasis within what looks like a word.
  const within = isWord(last) && isWord(next) && (character === '_' || /[\p{ASCII}]/u.test(last + next));
  if (within) return { opens: false, closes: false };
  return { opens: left && !(character === '_' && right && isWord(last)), closes: right };
}

function isWord(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}

/** Marks that were opened after `index` pair no more. */
function forgetAfter(stack: Mark[], index: number): void {
  while ((stack.at(-1)?.index ?? -1) > index) stack.pop();
}
