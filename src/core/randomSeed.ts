/** The seed of a picture for which nobody has set one. */

/**
 * Decimal text of 31 bits: every service takes that much, and WaveSpeed's models no more ("-1 ~ 2147483647").
 * @param bits 32 random ones
 */
export function randomSeed(bits: number): string {
  return String(bits >>> 1);
}
