/** Makes one part of a path safe on every file system, Windows included. */
import { cutText } from './graphemes.ts';

// Characters that cannot be seen (controls, bidi, zero-width, fillers), halves of a pair, and noncharacters.
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;
const forbidden = /[<>:"|?*\\/]+/gu;
// Windows opens a device under these names, whatever follows the first dot. Digits may be superscript.
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?= *(?:\.|$))/iu;

/** A file name's room in UTF-8 bytes: most file systems take 255, less a number and an ending. */
export const maxNameBytes = 200;

/** The text without characters that cannot be seen. Line breaks and tabs are up to the caller. */
export function withoutInvisible(text: string): string {
  return text.replace(invisible, '');
}

/** Says that Windows would open a device instead of a file. */
export function isDeviceName(name: string): boolean {
  return device.test(name);
}

/**
 * The nearest name that every system takes: no forbidden or invisible characters, not hidden, no device, no dot or
 * space at the end. Empty when nothing is left.
 */
export function safeSegment(text: string): string {
  const visible = withoutInvisible(text.normalize('NFC').replace(/\s+/gu, ' '));
  const trimmed = trim(visible.replace(forbidden, '-'));
  const named = trimmed.replace(device, (name) => `${name}-image`);
  return trim(cutText(named, maxNameBytes, maxNameBytes));
}

/** A dash in front would read as an option, a dot hides the file, and Windows drops dots and spaces at the end. */
function trim(name: string): string {
  let start = 0;
  let end = name.length;
  while (start < end && ' .-'.includes(name.charAt(start))) start++;
  while (end > start && ' .-'.includes(name.charAt(end - 1))) end--;
  return name.slice(start, end);
}
