/** UTF-8 without TextDecoder, which is no part of the language. */

/** Characters that are put together at once. */
const batch = 4096;

/** Shortest forms only, no halves of surrogate pairs; undefined where the bytes are anything else. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  let text = '';
  for (let at = 0; at < bytes.length;) {
    const codes: number[] = [];
    while (codes.length < batch && at < bytes.length) {
      const first = bytes[at] ?? 0;
      const length = sequenceLength(first);
      const code = length === 1 ? first : readSequence(bytes, at, length);
      if (code === undefined) return undefined;
      codes.push(code);
      at += length;
    }
    text += String.fromCodePoint(...codes);
  }
  return text;
}

/** By its first byte; 0 where none begins so. */
function sequenceLength(first: number): number {
  if (first < 0x80) return 1;
  if (first < 0xc2) return 0;
  if (first < 0xe0) return 2;
  if (first < 0xf0) return 3;
  return first < 0xf5 ? 4 : 0;
}

/** The least code that needs so many bytes. */
const least: readonly number[] = [0, 0, 0x80, 0x800, 0x1_0000];

function readSequence(bytes: Uint8Array, at: number, length: number): number | undefined {
  if (length === 0) return undefined;
  let code = (bytes[at] ?? 0) & (0x7f >> length);
  for (let index = at + 1; index < at + length; index += 1) {
    const byte = bytes[index] ?? 0;
    if ((byte & 0xc0) !== 0x80) return undefined;
    code = (code << 6) | (byte & 0x3f);
  }
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  return code < (least[length] ?? 0) || code > 0x10_ffff || isSurrogate ? undefined : code;
}
