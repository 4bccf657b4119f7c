/** The bits of a JPEG scan, where 0xff 0x00 stands for 0xff and any other 0xff begins a marker. */
export interface EntropyBits {
  /** The next bit, or undefined where a marker or the end of the file comes first. */
  readonly bit: () => number | undefined;
  /** Goes behind the restart marker that must come next; false where there is none. */
  readonly restart: () => boolean;
}

export function entropyBits(bytes: Uint8Array, from: number): EntropyBits {
  let at = from;
  let current = 0;
  let left = 0;

  return {
    bit: () => {
      if (left === 0) {
        const byte = bytes[at];
        if (byte === undefined || (byte === 0xff && bytes[at + 1] !== 0)) return undefined;
        at += byte === 0xff ? 2 : 1;
        current = byte;
        left = 8;
      }
      left -= 1;
      return (current >> left) & 1;
    },
    restart: () => {
      left = 0;
      const marker = bytes[at + 1] ?? 0;
      if (bytes[at] !== 0xff || marker < 0xd0 || marker > 0xd7) return false;
      at += 2;
      return true;
    },
  };
}
