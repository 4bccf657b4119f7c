/** Undoes the filter of one PNG row: https://www.w3.org/TR/png-3/#9Filters */

/**
 * Turns `row` (the filter's number, then the pixels) into plain samples, in place. `above` is the row before it, or
 * zeros. False when there is no such filter.
 */
export function unfilterPngRow(row: Uint8Array, above: Uint8Array, pixelBytes: number): boolean {
  const predict = predictions[row[0] ?? 0];
  if (!predict) return false;
  for (let at = 1; at < row.length; at += 1) {
    const before = at - pixelBytes;
    const left = before > 0 ? (row[before] ?? 0) : 0;
    const aboveLeft = before > 0 ? (above[before] ?? 0) : 0;
    row[at] = (row[at] ?? 0) + predict(left, above[at] ?? 0, aboveLeft);
  }
  return true;
}

type Predict = (left: number, above: number, aboveLeft: number) => number;

/** By number: none, sub, up, average, Paeth. */
const predictions: readonly Predict[] = [
  () => 0,
  (left) => left,
  (_, above) => above,
  (left, above) => (left + above) >> 1,
  paeth,
];

function paeth(left: number, above: number, aboveLeft: number): number {
  const estimate = left + above - aboveLeft;
  const toLeft = Math.abs(estimate - left);
  const toAbove = Math.abs(estimate - above);
  const toAboveLeft = Math.abs(estimate - aboveLeft);
  if (toLeft <= toAbove && toLeft <= toAboveLeft) return left;
  return toAbove <= toAboveLeft ? above : aboveLeft;
}
