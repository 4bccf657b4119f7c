/** Reads what follows a LaTeX command: `*`, `[options]` and `{arguments}`, with white space and line breaks between. */
import type { LatexGroups } from './latexGroups.ts';

/** Offsets of what stands between the marks. */
export interface LatexArgument {
  readonly start: number;
  readonly end: number;
}

export interface LatexCommand {
  readonly options: readonly LatexArgument[];
  readonly arguments: readonly LatexArgument[];
  /** Behind the last one. */
  readonly end: number;
}

const space = /\*?[^\S\n]*(?:\n[^\S\n]*)?/uy;

/** @param from behind the command's name @param count how many arguments in braces it takes */
export function latexArguments(masked: string, groups: LatexGroups, from: number, count: number): LatexCommand {
  const options: LatexArgument[] = [];
  const inBraces: LatexArgument[] = [];
  let end = from;
  while (inBraces.length < count) {
    space.lastIndex = end;
    space.test(masked);
    // A comment leaves its line blank.
    const at = skipBlank(masked, space.lastIndex);
    const mark = masked.charAt(at);
    const close = mark === '{' || mark === '[' ? groups.get(at) : undefined;
    if (close === undefined) break;
    (mark === '[' ? options : inBraces).push({ start: at + 1, end: close });
    end = close + 1;
  }
  return { options, arguments: inBraces, end };
}

function skipBlank(masked: string, from: number): number {
  let at = from;
  while (at < masked.length && /\s/u.test(masked.charAt(at))) at++;
  return at;
}
