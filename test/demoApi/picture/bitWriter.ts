/** JPEG's entropy-coded bytes: bits from the top, and a zero after each byte 0xff so that it is no marker. */

export interface BitWriter {
  /** @param length 0 to 16 bits, the lowest ones of `bits`. */
  write(bits: number, length: number): void;
  /** Fills the last byte with ones. The view is valid until the next write. */
  finish(): Uint8Array;
}

export function createBitWriter(sizeHint: number): BitWriter {
  let bytes = new Uint8Array(Math.max(1024, sizeHint));
  let size = 0;
  let held = 0;
  let heldBits = 0;

  function write(bits: number, length: number): void {
    held = (held << length) | bits;
    heldBits += length;
    while (heldBits >= 8) {
      heldBits -= 8;
      const byte = (held >>> heldBits) & 255;
      bytes[size++] = byte;
      if (byte === 255) bytes[size++] = 0;
    }
    held &= (1 << heldBits) - 1;
    if (size + 8 > bytes.length) {
      const larger = new Uint8Array(bytes.length * 2);
      larger.set(bytes);
      bytes = larger;
    }
  }

  return {
    write,
    finish() {
      if (heldBits > 0) write((1 << (8 - heldBits)) - 1, 8 - heldBits);
      return bytes.subarray(0, size);
    },
  };
}
