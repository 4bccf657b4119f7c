/** The seed with all its digits, to be written into JSON as a number. */
import type { ParameterValues } from '../../core/parameters.ts';

export function seedNumber({ seed }: ParameterValues): bigint | undefined {
  return seed === undefined ? undefined : BigInt(seed);
}
