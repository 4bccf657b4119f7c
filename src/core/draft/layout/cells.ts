/** A text as what a draft can set: words of letters, with bars for what the font does not have. */
import { graphemes } from '../../names/graphemes.ts';
import type { FindGlyph, Glyph } from '../font/font.ts';

export interface Cell {
  /** What is drawn, one over the other; none: a bar as wide as the cell. */
  readonly glyphs: readonly Glyph[];
  /** Ems. */
  readonly width: number;
}

/** What stays together on a line. */
export interface Word {
  readonly cells: readonly Cell[];
  /** Ems, without the space. */
  readonly width: number;
  /** Ems between it and the word before, where both are on one line. */
  readonly space: number;
}

const wordSpace = 0.26;
const narrow = 0.58;

/** Written without spaces, in squares: a line may end behind each. */
const square =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}\p{RI}\u3000-\u303f\uff00-\uffef]/u;

/** In one line: of a prompt every kind of space is the same, and what is invisible is left out. */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

export function wordsOf(text: string, find: FindGlyph): readonly Word[] {
  const words: Word[] = [];
  let cells: Cell[] = [];
  let space = 0;
  const end = (nextSpace: number): void => {
    if (cells.length > 0) words.push({ cells, width: widthOf(cells), space });
    space = cells.length > 0 ? nextSpace : Math.max(space, nextSpace);
    cells = [];
  };
  for (const character of graphemes(text)) {
    const cell = cellFor(character, find);
    if (character === ' ') end(wordSpace);
    else if (cell) cells.push(cell);
    else if (/^\p{P}/u.test(character)) end(wordSpace * 2);
    // The last of a run of squares must not be held together with the letters behind it.
    if (cell && square.test(character)) end(0);
  }
  end(0);
  return words;
}

/** Undefined for what leaves no mark: a joiner, a mark of direction, punctuation that the font does not have. */
function cellFor(character: string, find: FindGlyph): Cell | undefined {
  const [base, ...marks] = Array.from(character, find);
  if (base) return { glyphs: [base, ...marks.filter((mark) => mark !== undefined)], width: base.advance };
  if (/^[\p{P}\p{Cf}\p{M}]/u.test(character)) return undefined;
  return { glyphs: [], width: square.test(character) ? 1 : narrow };
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { width }) => sum + width, 0);
}
