/** UTF-16 without TextDecoder, which is no part of the language. */
import type { ByteOrder } from './byteOrder.ts';

/** Code units that are put together at once. */
const batch = 4096;

/** Every pair of bytes as a code unit; an odd byte at the end is passed over. */
export function decodeUtf16(bytes: Uint8Array, order: ByteOrder): string {
  let text = '';
  const end = bytes.length - (bytes.length % 2);
  for (let start = 0; start < end; start += batch * 2) {
    const units: number[] = [];
    for (let at = start; at < Math.min(start + batch * 2, end); at += 2) units.push(order.uint16(bytes, at));
    text += String.fromCharCode(...units);
  }
  return text;
}
