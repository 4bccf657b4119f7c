/** A seed as services write it: a number, or the text of one that a number could not hold. */

/** Undefined for anything else, as for the -1 that stands for "any". */
export function seedText(seed: unknown): string | undefined {
  const text = typeof seed === 'number' && Number.isSafeInteger(seed) ? String(seed) : seed;
  return typeof text === 'string' && /^\d{1,20}$/.test(text) ? text : undefined;
}
