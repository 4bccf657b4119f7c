/** How PNG predicts a byte from its neighbours: https://www.w3.org/TR/png-3/#9Filters */

/** Each is the same sample of another pixel, or 0 where there is none. */
export type PredictByte = (left: number, above: number, aboveLeft: number) => number;

/** By number: none, sub, up, average, Paeth. What is stored is the difference from the prediction, modulo 256. */
export const pngFilters: readonly PredictByte[] = [
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
