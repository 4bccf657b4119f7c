// A row of numbers that looks random and is the same in every run, so that a failure can be seen again.

export interface PseudoRandom {
  /** 0 to `limit` - 1. */
  readonly below: (limit: number) => number;
  /** One of the items, of which there must be some. */
  readonly pick: <T>(items: readonly T[]) => T;
  /** Up to `maxParts` of the parts, joined. */
  readonly text: (parts: readonly string[], maxParts: number) => string;
}

/** Mulberry32. */
export function pseudoRandom(seed: number): PseudoRandom {
  let state = seed;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
  const pick = <T>(items: readonly T[]): T => items[below(items.length)] as T;
  const text = (parts: readonly string[], maxParts: number): string =>
    Array.from({ length: below(maxParts + 1) }, () => pick(parts)).join('');
  return { below, pick, text };
}
