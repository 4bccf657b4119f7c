/**
 * Cuts text where a reader sees a boundary. Written out as one expression because `Intl.Segmenter` is not part of the
 * language proper and its tables differ between hosts.
 */

// One user-perceived character, after UAX #29: flags, Hangul syllables, emoji sequences, letters with their marks.
const cluster =
  /\r\n|\p{Cc}|(?:\p{RI}\p{RI}|[\u1100-\u115F\uA960-\uA97C]*(?:[\uAC00-\uD7A3][\u1160-\u11A7]*|[\u1160-\u11A7]+)[\u11A8-\u11FF]*|[\u1100-\u115F\uA960-\uA97C]+|[\u11A8-\u11FF]+|\p{Extended_Pictographic}(?:[\p{Mn}\p{Me}\p{EMod}\u200C\u{E0020}-\u{E007F}]*\u200D\p{Extended_Pictographic})*|[^])(?:[\p{M}\p{EMod}\u0E33\u0EB3\u200C\uFF9E\uFF9F\u{E0020}-\u{E007F}]|\u200D)*/gu;

/** The text in user-perceived characters; joined they are the text again. */
export function graphemes(text: string): readonly string[] {
  return text.match(cluster) ?? [];
}

/** Bytes of the text in UTF-8; a lone surrogate counts three, as what replaces it. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/** The longest beginning of at most so many UTF-16 code units and UTF-8 bytes that splits no character. */
export function cutText(text: string, maxLength: number, maxBytes = Infinity): string {
  let length = 0;
  let bytes = 0;
  // A long text is looked at only as far as it can be kept, plus what its last character may need.
  const head = text.slice(0, maxLength + 64);
  for (const each of graphemes(head)) {
    bytes += utf8Length(each);
    if (length + each.length > maxLength || bytes > maxBytes) break;
    length += each.length;
  }
  return text.slice(0, length);
}
