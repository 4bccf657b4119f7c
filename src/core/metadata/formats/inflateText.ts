/** A compressed text, as far as it is one that anybody wrote by hand. */
import type { Inflate } from '../../image/inflate.ts';
import { joinBytes } from '../../bytes/joinBytes.ts';
import { decodeText, maxTextBytes } from './decodeText.ts';

/** Undefined where it is damaged or inflates to more than `maxTextBytes`. */
export async function inflateText(compressed: Uint8Array, inflate: Inflate): Promise<string | undefined> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    await inflate([compressed], (chunk) => {
      length += chunk.length;
      if (length <= maxTextBytes) pieces.push(chunk.slice());
      return length <= maxTextBytes;
    });
  } catch {
    return undefined;
  }
  return length <= maxTextBytes ? decodeText(joinBytes(...pieces)) : undefined;
}
