/** Texts of programs that do not always keep to the encoding that their format prescribes. */
import { bigEndian, littleEndian } from '../../bytes/byteOrder.ts';
import { decodeUtf16 } from '../../bytes/decodeUtf16.ts';
import { decodeUtf8 } from '../../bytes/decodeUtf8.ts';

/** In bytes. What is longer is no settings: the longest prompt that is taken has a hundredth of it. */
export const maxTextBytes = 1024 * 1024;

/**
 * UTF-8 where the bytes are that, else UTF-16 by its byte order mark, else Latin-1. stable-diffusion.cpp writes UTF-8
 * into chunks for Latin-1; by chance Latin-1 is hardly ever valid UTF-8.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeUtf16(bytes.subarray(2), bigEndian);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeUtf16(bytes.subarray(2), littleEndian);
  return decodeUtf8(bytes) ?? decodeUtf16(widened(bytes), littleEndian);
}

function widened(bytes: Uint8Array): Uint8Array {
  const wide = new Uint8Array(bytes.length * 2);
  for (let at = 0; at < bytes.length; at += 1) wide[at * 2] = bytes[at] ?? 0;
  return wide;
}
