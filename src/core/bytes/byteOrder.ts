/**
 * Whole numbers in bytes, in both byte orders. A byte past the end reads as 0, so that a cut or damaged header never
 * throws: who reads, checks lengths.
 */
export interface ByteOrder {
  readonly uint16: (bytes: Uint8Array, at: number) => number;
  readonly uint32: (bytes: Uint8Array, at: number) => number;
  readonly putUint16: (bytes: Uint8Array, at: number, value: number) => void;
  readonly putUint32: (bytes: Uint8Array, at: number, value: number) => void;
}

export const bigEndian: ByteOrder = {
  uint16: (bytes, at) => byte(bytes, at) * 0x100 + byte(bytes, at + 1),
  uint32: (bytes, at) => bigEndian.uint16(bytes, at) * 0x1_0000 + bigEndian.uint16(bytes, at + 2),
  putUint16: (bytes, at, value) => bytes.set([value >>> 8, value], at),
  putUint32: (bytes, at, value) => bytes.set([value >>> 24, value >>> 16, value >>> 8, value], at),
};

export const littleEndian: ByteOrder = {
  uint16: (bytes, at) => byte(bytes, at) + byte(bytes, at + 1) * 0x100,
  uint32: (bytes, at) => littleEndian.uint16(bytes, at) + littleEndian.uint16(bytes, at + 2) * 0x1_0000,
  putUint16: (bytes, at, value) => bytes.set([value, value >>> 8], at),
  putUint32: (bytes, at, value) => bytes.set([value, value >>> 8, value >>> 16, value >>> 24], at),
};

function byte(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0;
}
