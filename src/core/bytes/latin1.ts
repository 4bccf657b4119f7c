/** Texts whose characters are single bytes: chunk names, signatures, Latin-1. */

/** One byte for each UTF-16 code unit; only for texts of characters up to U+00FF. */
export function encodeLatin1(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** `length` bytes from `at` as text, fewer where the bytes end. For short texts: up to some thousand characters. */
export function decodeLatin1(bytes: Uint8Array, at: number, length: number): string {
  let text = '';
  const end = Math.min(at + length, bytes.length);
  for (let index = at; index < end; index += 1) text += String.fromCharCode(bytes[index] ?? 0);
  return text;
}

/** Where `text` stands in the bytes from `from` on, or -1. */
export function indexOfLatin1(bytes: Uint8Array, text: string, from = 0): number {
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first, from); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (startsWithLatin1(bytes, text, at)) return at;
  }
  return -1;
}

/** Whether `text` stands at `at`. */
export function startsWithLatin1(bytes: Uint8Array, text: string, at = 0): boolean {
  for (let index = 0; index < text.length; index += 1) {
    if (bytes[at + index] !== text.charCodeAt(index)) return false;
  }
  return true;
}
