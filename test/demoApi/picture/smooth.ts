/** 0 up to `from`, 1 from `to` on, and an even curve between them; `from` may be the larger one. */
export function smooth(from: number, to: number, value: number): number {
  const at = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return at * at * (3 - 2 * at);
}
