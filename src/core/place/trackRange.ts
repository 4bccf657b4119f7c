/** Follows a place in a document while its text changes. */

/** Offsets in UTF-16 code units; `start` <= `end`. */
export interface OffsetRange {
  readonly start: number;
  readonly end: number;
}

/** One change: `length` code units at `start` gave way to `insertedLength` others. */
export interface TextEdit {
  readonly start: number;
  readonly length: number;
  readonly insertedLength: number;
}

/**
 * Where the range is after the edits of one event, which all speak of the document before it and do not overlap (any
 * order). What is typed at either end stays outside; an empty range moves behind what is typed at it, as a caret does.
 * What replaces text within the range, up to and including all of it, belongs to it. Text that is replaced together
 * with its surroundings leaves an empty range at about the same place, so nothing else is ever taken for the range.
 */
export function trackRange(range: OffsetRange, edits: readonly TextEdit[]): OffsetRange {
  const isEmpty = range.start === range.end;
  const swallowed = edits.find((edit) => swallows(edit, range));
  if (swallowed || isEmpty) {
    const at = moved(range.start, edits, 'after');
    return { start: at, end: at };
  }
  const start = moved(range.start, edits, 'start');
  return { start, end: Math.max(start, moved(range.end, edits, 'end')) };
}

/** The edit replaces the whole range and something beside it. */
function swallows({ start, length }: TextEdit, range: OffsetRange): boolean {
  const end = start + length;
  return start <= range.start && end >= range.end && (start < range.start || end > range.end);
}

function moved(offset: number, edits: readonly TextEdit[], side: 'start' | 'end' | 'after'): number {
  let result = offset;
  for (const edit of edits) {
    const end = edit.start + edit.length;
    if (edit.start > offset || (edit.start === offset && edit.length > 0)) {
      // Behind the offset. Only a range's end may touch its beginning, and then stays in front.
      continue;
    }
    const isInsertHere = edit.length === 0 && edit.start === offset;
    if (isInsertHere ? side !== 'end' : end <= offset) result += edit.insertedLength - edit.length;
    else if (!isInsertHere) result += within(offset, edit, side) - offset;
  }
  return result;
}

/** For an offset inside replaced text: what was inserted is left outside the range. */
function within(offset: number, edit: TextEdit, side: 'start' | 'end' | 'after'): number {
  if (side === 'start') return edit.start + edit.insertedLength;
  if (side === 'end') return edit.start;
  return edit.start + Math.min(offset - edit.start, edit.insertedLength);
}
