/** A place in a document and what goes there besides the link. */
import type { Lines } from '../prompt/lines.ts';

/** Zero-based line and UTF-16 character, as VS Code counts. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface PositionRange {
  readonly start: Position;
  readonly end: Position;
}

/** Replace `range` by `before`, the link and `after`. */
export interface Insertion {
  readonly range: PositionRange;
  readonly before: string;
  readonly after: string;
  /** What each further line of a link begins with. */
  readonly indent?: string;
  /** What stands between several links, a space where nothing says otherwise. */
  readonly separator?: string;
  /** The link stands within a line of text. */
  readonly isInline?: boolean;
}

/** The place behind a line's last character. */
export function endOfLine({ lineAt }: Lines, line: number): PositionRange {
  const end = { line, character: lineAt(line).length };
  return { start: end, end };
}
