/** Base64 in its usual spellings: with or without padding and line breaks, also the one for addresses (`-_`). */

/** Undefined where the text is not base64: `Buffer` alone would skip what it does not know and stop at a "=". */
export function decodeBase64(text: string): Uint8Array | undefined {
  const compact = /\s/.test(text) ? text.replaceAll(/\s+/g, '') : text;
  const padding = compact.endsWith('==') ? 2 : compact.endsWith('=') ? 1 : 0;
  const letters = compact.length - padding;
  const bytes = Buffer.from(compact, 'base64');
  return letters % 4 !== 1 && bytes.length === Math.floor((letters * 3) / 4) ? bytes : undefined;
}
