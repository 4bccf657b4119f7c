/** A document as lines that know where they stand in it. */

export interface TextLine {
  /** UTF-16 offset in the document. */
  readonly start: number;
  /** Without its line break. */
  readonly text: string;
}

export function textLines(text: string): readonly TextLine[] {
  const lines: TextLine[] = [];
  let start = 0;
  while (start <= text.length) {
    const end = text.indexOf('\n', start);
    const next = end < 0 ? text.length : end;
    const isCrlf = next > start && text.charAt(next - 1) === '\r';
    lines.push({ start, text: text.slice(start, isCrlf ? next - 1 : next) });
    start = next + 1;
  }
  return lines;
}

/** Columns of white space in front, tab stops every eight, as docutils and Org count. */
export function indentOf(text: string): number {
  let columns = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (character === '\t') columns += 8 - (columns % 8);
    else if (character === ' ' || /\s/u.test(character)) columns++;
    else break;
  }
  return columns;
}

/** Spaces instead of everything but line breaks: what is not to be read keeps its place. */
export function blanked(text: string): string {
  return text.replace(/[^\r\n]+/gu, (piece) => ' '.repeat(piece.length));
}
