/** A file name out of a prompt: its words in their own script, joined by dashes. */
import { cutText, utf8Length } from './graphemes.ts';
import { isDeviceName, maxNameBytes, withoutInvisible } from './safeSegment.ts';

const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
// These scripts put no spaces between words, so a cut may fall between any two of their characters.
const unspaced = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/u;
const fallback = 'image';

/**
 * At most `maxLength` UTF-16 code units and 200 bytes, lower case, letters, digits and dashes only (so emoji go), cut at
 * a word. `image` where a text has no letters or digits, so never empty.
 */
export function slug(text: string, maxLength = 60): string {
  // A prompt may be long; its first words are enough.
  const head = withoutInvisible(text.slice(0, 4_000).replace(/\s+/gu, ' ')).replace(/(?<=\p{L})['’](?=\p{L})/gu, '');
  const words = head.toLowerCase().normalize('NFC').match(word) ?? [];
  const name = joined(words, maxLength);
  return name === '' || isDeviceName(name) ? withFallback(name) : name;
}

function joined(words: readonly string[], maxLength: number): string {
  let name = '';
  for (const each of words) {
    const longer = name === '' ? each : `${name}-${each}`;
    if (longer.length <= maxLength && utf8Length(longer) <= maxNameBytes) {
      name = longer;
      continue;
    }
    // A word that fits nowhere is cut rather than lost; others are left out whole.
    if (name === '' || unspaced.test(each)) name = cutText(longer, maxLength, maxNameBytes);
    break;
  }
  return name.endsWith('-') ? name.slice(0, -1) : name;
}

function withFallback(name: string): string {
  return name === '' ? fallback : `${name}-${fallback}`;
}
