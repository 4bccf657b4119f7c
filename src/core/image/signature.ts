/** The first bytes by which a file is known. */

/**
 * Compares the beginning of a file with a signature: one character for each byte, `?` for any byte. `cut` means that
 * the file ends within the signature and agrees with it so far.
 */
export function matchSignature(bytes: Uint8Array, signature: string): 'yes' | 'cut' | 'no' {
  let compared = 0;
  const length = Math.min(bytes.length, signature.length);
  for (let at = 0; at < length; at += 1) {
    if (signature[at] === '?') continue;
    if (bytes[at] !== signature.charCodeAt(at)) return 'no';
    compared += 1;
  }
  if (length === signature.length) return 'yes';
  return compared > 0 ? 'cut' : 'no';
}
