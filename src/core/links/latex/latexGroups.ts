/** Which `}` closes which `{`, and which `]` which `[`, in a LaTeX document; found in one pass. */

export type LatexGroups = ReadonlyMap<number, number>;

const bracket = /\\[^]|[{}[\]]/gu;

/** From the offset of an opening mark to that of its closing one. @param masked see `maskLatex` */
export function latexGroups(masked: string): LatexGroups {
  const groups = new Map<number, number>();
  const open: number[] = [];
  bracket.lastIndex = 0;
  for (let match = bracket.exec(masked); match; match = bracket.exec(masked)) {
    const mark = match[0];
    if (mark === '{' || mark === '[') open.push(match.index);
    else if (mark === ']') {
      if (masked.charAt(open.at(-1) ?? -1) === '[') groups.set(open.pop() ?? 0, match.index);
    } else if (mark === '}') {
      // Brackets need not match: `[0, 1)`.
      while (masked.charAt(open.at(-1) ?? -1) === '[') open.pop();
      const start = open.pop();
      if (start !== undefined) groups.set(start, match.index);
    }
  }
  return groups;
}
