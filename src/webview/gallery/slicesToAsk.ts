/** Which stretches of the list are needed and not there. */

/** Images that are asked for together. */
export const sliceSize = 60;

/** @returns the first index of each missing stretch of `sliceSize` around what is looked at */
export function slicesToAsk(
  has: (index: number) => boolean,
  total: number,
  first: number,
  last: number,
): readonly number[] {
  const starts: number[] = [];
  for (let start = Math.max(0, first - (first % sliceSize)); start <= Math.min(last, total - 1); start += sliceSize) {
    const end = Math.min(start + sliceSize, total);
    for (let index = start; index < end; index += 1) {
      if (has(index)) continue;
      starts.push(start);
      break;
    }
  }
  return starts;
}
