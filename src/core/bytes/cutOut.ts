/** A stretch of bytes: `end` is behind its last one. */
export interface Stretch {
  readonly at: number;
  readonly end: number;
}

/** What is left between `from` and `to` without the stretches, which stand in order and do not overlap. No copy. */
export function cutOut(
  bytes: Uint8Array,
  { at: from, end: to }: Stretch,
  stretches: readonly Stretch[],
): readonly Uint8Array[] {
  const starts = [from, ...stretches.map(({ end }) => end)];
  const ends = [...stretches.map(({ at }) => at), to];
  return starts.map((start, index) => bytes.subarray(start, ends[index])).filter((piece) => piece.length > 0);
}
