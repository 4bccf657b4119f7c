/** A block of a document in a language of prose, as a cursor and an insertion need to know it. */
import type { LineRange, Lines } from '../lines.ts';

export interface ProseBlock extends LineRange {
  /** The lines that say something: without delimiters. Undefined where none does, as in settings and empty blocks. */
  readonly content: LineRange | undefined;
  /** What each line of a block below must begin with to belong to the same list item. */
  readonly indent: string;
  /** It is part of a list item. */
  readonly isItem?: true;
}

/** Undefined for a blank line outside of blocks that have such. */
export type ProseBlockAt = (lines: Lines, line: number) => ProseBlock | undefined;

export function textOf({ count, lineAt }: Lines): string {
  return Array.from({ length: count }, (_, index) => lineAt(index)).join('\n');
}

export function leadingSpace(line: string): string {
  return /^\s*/u.exec(line)?.[0] ?? '';
}

/** White space as wide as the marks that begin a list item, and what stands in front of them. */
export function itemIndent(line: string, marks: RegExp): string | undefined {
  const match = marks.exec(line)?.[0];
  return match?.replace(/\S/gu, ' ');
}
