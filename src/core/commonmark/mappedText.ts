/** Text that was cut out of a document line by line, and where each of its characters stands there. */

export interface MappedText {
  readonly text: string;
  /** Where each line begins in `text`, ascending from 0. */
  readonly starts: readonly number[];
  /** Where each line begins in the document. */
  readonly offsets: readonly number[];
}

/** A line's part: its text and where it stands in the document. */
export interface LinePart {
  readonly text: string;
  readonly offset: number;
}

export function joinParts(parts: readonly LinePart[]): MappedText {
  const starts: number[] = [];
  let length = 0;
  for (const { text } of parts) {
    starts.push(length);
    length += text.length + 1;
  }
  return { text: parts.map(({ text }) => text).join('\n'), starts, offsets: parts.map(({ offset }) => offset) };
}

/** Where in the document a character of the text stands. */
export function offsetAt({ starts, offsets }: MappedText, position: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return (offsets[low] ?? 0) + position - (starts[low] ?? 0);
}

/** A range of the text as one of the document, ends exclusive. */
export function rangeAt(
  text: MappedText,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } {
  const from = offsetAt(text, start);
  // The end belongs to the character in front of it: a line that follows may stand far away.
  return { start: from, end: end > start ? offsetAt(text, end - 1) + 1 : from };
}
