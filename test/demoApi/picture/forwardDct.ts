/** The 8 × 8 forward cosine transform of JPEG, by the even-odd split that halves the multiplications. */

const cosines = Float64Array.from({ length: 64 }, (_zero, at) => {
  const frequency = at >> 3;
  const scale = frequency === 0 ? Math.SQRT1_2 / 2 : 0.5;
  return scale * Math.cos(((2 * (at & 7) + 1) * frequency * Math.PI) / 16);
});

/** Transforms in place, rows then columns. */
export function forwardDct(block: Float64Array): void {
  for (let row = 0; row < 64; row += 8) transform(block, row, 1);
  for (let column = 0; column < 8; column += 1) transform(block, column, 8);
}

const c = (at: number): number => cosines[at] ?? 0;
const [c4, c2a, c2b, c6a, c6b] = [c(0), c(16), c(17), c(48), c(49)];
const [c1a, c1b, c1c, c1d] = [c(8), c(9), c(10), c(11)];

/** One line of eight values: even frequencies from the sums of mirrored values, odd ones from their differences. */
function transform(block: Float64Array, at: number, step: number): void {
  const v0 = block[at] ?? 0;
  const v1 = block[at + step] ?? 0;
  const v2 = block[at + 2 * step] ?? 0;
  const v3 = block[at + 3 * step] ?? 0;
  const v4 = block[at + 4 * step] ?? 0;
  const v5 = block[at + 5 * step] ?? 0;
  const v6 = block[at + 6 * step] ?? 0;
  const v7 = block[at + 7 * step] ?? 0;
  const s0 = v0 + v7;
  const s1 = v1 + v6;
  const s2 = v2 + v5;
  const s3 = v3 + v4;
  const d0 = v0 - v7;
  const d1 = v1 - v6;
  const d2 = v2 - v5;
  const d3 = v3 - v4;
  block[at] = c4 * (s0 + s1 + s2 + s3);
  block[at + 2 * step] = c2a * (s0 - s3) + c2b * (s1 - s2);
  block[at + 4 * step] = c4 * (s0 - s1 - s2 + s3);
  block[at + 6 * step] = c6a * (s0 - s3) + c6b * (s1 - s2);
  block[at + step] = c1a * d0 + c1b * d1 + c1c * d2 + c1d * d3;
  block[at + 3 * step] = c1b * d0 - c1d * d1 - c1a * d2 - c1c * d3;
  block[at + 5 * step] = c1c * d0 - c1a * d1 + c1d * d2 + c1b * d3;
  block[at + 7 * step] = c1d * d0 - c1c * d1 + c1b * d2 - c1a * d3;
}
