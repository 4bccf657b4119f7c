/** Where code spans of Markdown end, found in one pass so that a line of backticks costs no more than any other. */

/** For each run of backticks, by its offset: where it ends, and where the code span that it opens ends, if it does. */
export type BacktickRuns = ReadonlyMap<number, { readonly end: number; readonly spanEnd: number | undefined }>;

export function backtickRuns(line: string): BacktickRuns {
  const runs = new Map<number, { end: number; spanEnd: number | undefined }>();
  // From the back: the next run of the same length closes.
  const nextEnd = new Map<number, number>();
  let end = line.length;
  while (end > 0) {
    if (line.charAt(end - 1) !== '`') {
      end--;
      continue;
    }
    let start = end - 1;
    while (start > 0 && line.charAt(start - 1) === '`') start--;
    runs.set(start, { end, spanEnd: nextEnd.get(end - start) });
    nextEnd.set(end - start, end);
    end = start;
  }
  return runs;
}

/**
 * Where to go on after the backtick at `at`: behind the code span that begins there, or behind the run where none does.
 * An escape may have taken the first backtick of a run: then the rest counts as no opener.
 */
export function codeSpanEnd(runs: BacktickRuns, at: number): number {
  const run = runs.get(at);
  return run ? (run.spanEnd ?? run.end) : at + 1;
}
