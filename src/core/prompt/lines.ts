/** A document as a row of lines, without their line breaks. VS Code's documents fit with two thin wrappers. */
export interface Lines {
  readonly count: number;
  /** `index` is 0 to `count` - 1. */
  readonly lineAt: (index: number) => string;
}

/** Whole lines, both ends included. */
export interface LineRange {
  readonly startLine: number;
  readonly endLine: number;
}

/** Grows from a line as long as `joins` holds between neighbours. */
export function growLines(
  { count, lineAt }: Lines,
  line: number,
  joins: (upper: string, lower: string) => boolean,
): LineRange {
  let startLine = line;
  while (startLine > 0 && joins(lineAt(startLine - 1), lineAt(startLine))) startLine--;
  let endLine = line;
  while (endLine < count - 1 && joins(lineAt(endLine), lineAt(endLine + 1))) endLine++;
  return { startLine, endLine };
}

export function isBlank(text: string): boolean {
  return text.trim() === '';
}
