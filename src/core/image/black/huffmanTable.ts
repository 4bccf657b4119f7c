/** A Huffman table of a JPEG file: ITU-T T.81, annex C and F.2.2.3. */
import type { EntropyBits } from './entropyBits.ts';

export interface HuffmanTable {
  /** How many codes have 1, 2, … 16 bits. */
  readonly counts: Uint8Array;
  /** What the codes mean, shortest code first. */
  readonly symbols: Uint8Array;
}

/** The meaning of the next code, or undefined where the bits end or are no code. */
export function readSymbol(bits: EntropyBits, { counts, symbols }: HuffmanTable): number | undefined {
  let code = 0;
  let firstCode = 0;
  let firstIndex = 0;
  for (const count of counts) {
    const bit = bits.bit();
    if (bit === undefined) return undefined;
    code = code * 2 + bit;
    firstCode *= 2;
    if (code < firstCode + count) return symbols[firstIndex + code - firstCode];
    firstCode += count;
    firstIndex += count;
  }
  return undefined;
}

/** A signed number in `length` bits, where those that begin with 0 are negative (T.81, F.2.2.1). */
export function readSigned(bits: EntropyBits, length: number): number | undefined {
  let value = 0;
  for (let left = length; left > 0; left -= 1) {
    const bit = bits.bit();
    if (bit === undefined) return undefined;
    value = value * 2 + bit;
  }
  return length === 0 || value >= 2 ** (length - 1) ? value : value - 2 ** length + 1;
}
