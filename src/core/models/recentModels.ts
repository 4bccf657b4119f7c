/** The models that were used or chosen lately. */

export interface ModelUse {
  readonly model: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Each once, the latest first. */
export function recentModels(uses: readonly ModelUse[], most: number): readonly string[] {
  const byTime = uses.toSorted((a, b) => b.at - a.at);
  return [...new Set(byTime.map(({ model }) => model))].slice(0, most);
}
