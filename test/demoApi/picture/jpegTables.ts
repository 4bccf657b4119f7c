/** The example tables of the JPEG standard (ITU-T T.81, annex K), which every baseline decoder knows. */

/** Zigzag position → place in the 8 × 8 block. */
// prettier-ignore
export const zigzag: readonly number[] = [
   0,  1,  8, 16,  9,  2,  3, 10, 17, 24, 32, 25, 18, 11,  4,  5,
  12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13,  6,  7, 14, 21, 28,
  35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51,
  58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
];

// prettier-ignore
const luminance: readonly number[] = [
  16, 11, 10, 16,  24,  40,  51,  61, 12, 12, 14, 19,  26,  58,  60,  55,
  14, 13, 16, 24,  40,  57,  69,  56, 14, 17, 22, 29,  51,  87,  80,  62,
  18, 22, 37, 56,  68, 109, 103,  77, 24, 35, 55, 64,  81, 104, 113,  92,
  49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103,  99,
];

// prettier-ignore
const chrominance: readonly number[] = [
  17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99,
  24, 26, 56, 99, 99, 99, 99, 99, 47, 66, 99, 99, 99, 99, 99, 99,
  99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
  99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
];

/**
 * Divisors of the coefficients, in rows, for luminance and chrominance.
 * @param quality 1 to 100, scaled as the Independent JPEG Group does.
 */
export function quantization(quality: number): { readonly luminance: Uint8Array; readonly chrominance: Uint8Array } {
  const scale = quality < 50 ? 5000 / quality : 200 - quality * 2;
  const scaled = (table: readonly number[]): Uint8Array =>
    Uint8Array.from(table, (value) => Math.min(255, Math.max(1, Math.floor((value * scale + 50) / 100))));
  return { luminance: scaled(luminance), chrominance: scaled(chrominance) };
}

/** How many codes there are of each length from 1 to 16 bits, and their symbols, the shortest first. */
export interface HuffmanTable {
  readonly counts: readonly number[];
  readonly symbols: readonly number[];
}

const bytes = (hex: string): readonly number[] => [...Buffer.from(hex.replace(/\s/g, ''), 'hex')];

export const huffmanTables = {
  luminanceDc: { counts: bytes('00010501010101010100000000000000'), symbols: bytes('000102030405060708090a0b') },
  luminanceAc: {
    counts: bytes('0002010303020403050504040000017d'),
    symbols: bytes(`
      01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a25262728292a3435363738
      393a434445464748494a535455565758595a636465666768696a737475767778797a838485868788898a92939495969798999aa2a3a4a5
      a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9fa`),
  },
  chrominanceDc: { counts: bytes('00030101010101010101010000000000'), symbols: bytes('000102030405060708090a0b') },
  chrominanceAc: {
    counts: bytes('00020102040403040705040400010277'),
    symbols: bytes(`
      0001020311040521310612415107617113223281081442 91a1b1c109233352f0156272d10a162434e125f11718191a262728292a353637
      38393a434445464748494a535455565758595a636465666768696a737475767778797a82838485868788898a92939495969798999aa2a3
      a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae2e3e4e5e6e7e8e9eaf2f3f4f5f6f7f8f9fa`),
  },
} as const satisfies Readonly<Record<string, HuffmanTable>>;
