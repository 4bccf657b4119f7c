/** The alt text of a picture: what its prompt says first. */
import { cutText } from '../names/graphemes.ts';

/** UTF-16 code units: what screen readers are said to read in one go. */
const maxLength = 125;

// The end of a sentence, with the quotes and brackets that close after it. The scripts' own full stops need no space.
const sentenceEnd = /(?:[。！？｡．।॥۔؟։።፧།။។᙮]+|[.!?…‼⁇⁈⁉]+)["'”’»）)\]」』\p{M}\u200C\u200D]*/gu;
const needsSpace = /^[.!?…‼⁇⁈⁉]/u;

// A full stop after these, or after a single letter, ends no sentence.
const abbreviation =
  /(?:^|[^\p{L}\p{N}])(?:mr|mrs|ms|dr|prof|st|mt|jr|sr|vs|etc|no|nr|fig|vol|ca|approx|e\.g|i\.e|a\.k\.a|z\.b|d\.h|bzw|usw|u\.s|\p{L})$/iu;

/** The first sentence, with its full stop, in one line; at most 125 characters, cut at a word with `…`. */
export function altText(prompt: string): string {
  // Only the beginning counts, so a long prompt costs nothing.
  const text = prompt.trimStart().slice(0, 2_000);
  const paragraph = (text.split(/\n[^\S\n]*\n/u)[0] ?? '').replace(/\s+/gu, ' ').trim();
  return shortened(firstSentence(paragraph));
}

function firstSentence(text: string): string {
  for (const match of text.matchAll(sentenceEnd)) {
    const end = match.index + match[0].length;
    if (needsSpace.test(match[0]) && !/^\s|^$/u.test(text.slice(end, end + 1))) continue;
    if (match[0] === '.' && abbreviation.test(text.slice(Math.max(0, match.index - 8), match.index))) continue;
    // "1. A lighthouse" is a number in a list, not a sentence.
    if (/^[\p{P}\p{N}\s]*$/u.test(text.slice(0, match.index))) continue;
    return text.slice(0, end);
  }
  return text;
}

function shortened(sentence: string): string {
  if (sentence.length <= maxLength) return sentence;
  const head = cutText(sentence, maxLength - 1);
  const space = head.lastIndexOf(' ');
  // A script without spaces has its only space far off: there the cut falls between characters.
  const cut = sentence.charAt(head.length) !== ' ' && space > maxLength / 2 ? head.slice(0, space) : head;
  return `${cut.replace(/[\s,;:–—-]+$/u, '')}…`;
}
