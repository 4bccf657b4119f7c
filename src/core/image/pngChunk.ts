/** Writes one chunk of a PNG file. */
import { bigEndian } from '../bytes/byteOrder.ts';
import { crc32 } from '../bytes/crc32.ts';
import { joinBytes } from '../bytes/joinBytes.ts';
import { encodeLatin1 } from '../bytes/latin1.ts';

/** With its length before and its checksum behind it. */
export function pngChunk(type: string, data: Uint8Array): Uint8Array {
  const chunk = joinBytes(new Uint8Array(4), encodeLatin1(type), data, new Uint8Array(4));
  bigEndian.putUint32(chunk, 0, data.length);
  bigEndian.putUint32(chunk, chunk.length - 4, crc32(chunk.subarray(4, -4)));
  return chunk;
}
