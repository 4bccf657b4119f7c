/** The largest size at which a text fits into a box, and its lines at that size. */
import type { Cell, Word } from './cells.ts';

export interface FittedText {
  /** Pixels. */
  readonly size: number;
  readonly lines: readonly Line[];
}

export interface Line {
  readonly words: readonly Word[];
  /** Ems. */
  readonly width: number;
}

export interface TextBox {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly largest: number;
  /** At this size the text is cut where it does not fit. */
  readonly smallest: number;
}

/** Ems, from baseline to baseline. */
export const lineHeight = 1.24;
/** Of each size to the next smaller one that is tried. */
const shrink = 0.94;
/** Ems: longer words, such as addresses, may be broken rather than make the whole text small. */
const longestWhole = 14;

/** @param ellipsis what stands for the rest of a text that is cut. Undefined where not even one letter has room. */
export function fitText(words: readonly Word[], ellipsis: readonly Cell[], box: TextBox): FittedText | undefined {
  const { width, height, largest, smallest } = box;
  if (words.length === 0) return undefined;
  const longest = Math.min(longestWhole, Math.max(0, ...words.map((word) => word.width)));
  for (let size = largest; size > smallest; size *= shrink) {
    const most = Math.floor(height / (size * lineHeight));
    if (longest * size > width || most < 1) continue;
    const lines = breakLines(words, width / size, most + 1);
    if (lines.length <= most) return { size, lines };
  }
  const most = Math.floor(height / (smallest * lineHeight));
  const lines = breakLines(words, width / smallest, most + 1);
  if (most < 1 || lines.length === 0) return undefined;
  if (lines.length <= most) return { size: smallest, lines };
  const kept = lines.slice(0, most);
  const last = kept.at(-1);
  const cut = last && cutLine(last, ellipsis, width / smallest);
  return cut && { size: smallest, lines: [...kept.slice(0, -1), cut] };
}

/** @param room ems. @param most lines that anybody wants to see */
function breakLines(words: readonly Word[], room: number, most: number): readonly Line[] {
  const lines: Line[] = [];
  let line: Word[] = [];
  let width = 0;
  const end = (): void => {
    if (line.length > 0) lines.push({ words: line, width });
    line = [];
    width = 0;
  };
  for (const word of words) {
    if (lines.length >= most) return lines;
    if (line.length > 0 && width + word.space + word.width > room) end();
    for (const piece of word.width > room ? broken(word, room) : [word]) {
      const space = line.length > 0 ? piece.space : 0;
      if (line.length > 0 && width + space + piece.width > room) end();
      width += line.length > 0 ? space + piece.width : piece.width;
      line.push(piece);
    }
  }
  end();
  return lines;
}

/** A word too long for a line, in pieces that are not; each has at least one letter. */
function broken({ cells, space }: Word, room: number): readonly Word[] {
  const pieces: Word[] = [];
  let piece: Cell[] = [];
  let width = 0;
  const end = (): void => {
    pieces.push({ cells: piece, width, space: pieces.length === 0 ? space : 0 });
    piece = [];
    width = 0;
  };
  for (const cell of cells) {
    if (piece.length > 0 && width + cell.width > room) end();
    piece.push(cell);
    width += cell.width;
  }
  end();
  return pieces;
}

/** As many of the line's words as leave room for the ellipsis; of a single one as many letters. */
function cutLine({ words }: Line, ellipsis: readonly Cell[], room: number): Line | undefined {
  const mark = { cells: ellipsis, width: ellipsis.reduce((sum, { width }) => sum + width, 0), space: 0 };
  const kept: Word[] = [];
  let width = 0;
  for (const word of words) {
    const space = kept.length > 0 ? word.space : 0;
    if (width + space + word.width + mark.width > room) {
      if (kept.length === 0) {
        const [start] = broken(word, room - mark.width);
        if (start && start.width + mark.width <= room) kept.push(start);
        width = start?.width ?? 0;
      }
      break;
    }
    kept.push(word);
    width += space + word.width;
  }
  return kept.length === 0 ? undefined : { words: [...kept, mark], width: width + mark.width };
}

/** A text that is known to be short, in one line. */
export function oneLine(words: readonly Word[]): Line {
  const width = words.reduce((sum, word, index) => sum + word.width + (index > 0 ? word.space : 0), 0);
  return { words, width };
}
