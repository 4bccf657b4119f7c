/** The chunks of a PNG file, one after the other. */
import { bigEndian } from '../bytes/byteOrder.ts';
import { decodeLatin1 } from '../bytes/latin1.ts';

export interface PngChunk {
  /** Four letters, such as `IDAT`. */
  readonly type: string;
  /** Where the chunk begins, with its length. */
  readonly at: number;
  /** Where its data begin. */
  readonly start: number;
  /** Behind the last byte of its data, where the checksum stands. */
  readonly dataEnd: number;
  /** Behind its checksum. */
  readonly end: number;
}

const signatureLength = 8;

/** Every chunk that is whole, up to `IEND`. The walk stops early where one is cut or has no possible name. */
export function* pngChunks(bytes: Uint8Array): Generator<PngChunk, void> {
  for (let at = signatureLength; at + 12 <= bytes.length;) {
    if (!isName(bytes, at + 4)) return;
    const type = decodeLatin1(bytes, at + 4, 4);
    const start = at + 8;
    const dataEnd = start + bigEndian.uint32(bytes, at);
    const end = dataEnd + 4;
    if (end > bytes.length) return;
    yield { type, at, start, dataEnd, end };
    if (type === 'IEND') return;
    at = end;
  }
}

/** Four letters of ASCII, large or small. Without a regular expression: a large picture has hundreds of chunks. */
function isName(bytes: Uint8Array, at: number): boolean {
  for (let index = at; index < at + 4; index += 1) {
    const small = (bytes[index] ?? 0) | 0x20;
    if (small < 0x61 || small > 0x7a) return false;
  }
  return true;
}
