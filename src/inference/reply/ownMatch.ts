/**
 * Looks for words in what a service says of itself. Many services repeat the request where they fail, and a prompt may
 * ask for a glass to be topped up: what stands in the text because the user has written it is passed over.
 */

/** What is common to both by more than these many characters beside the match was copied from one to the other. */
const surelyCopied = 16;
/** Of one text: a prompt that says the same a thousand times shall not keep us busy. */
const mostPlaces = 20;

/**
 * @param text as `comparable` gives it, like those of `sent`
 * @param sent what the user has written and was sent with the request
 */
export function ownMatch(text: string, words: RegExp, sent: readonly string[]): RegExpExecArray | undefined {
  for (const match of text.matchAll(new RegExp(words.source, `${words.flags}g`))) {
    if (!sent.some((one) => isRepeated(text, match, one))) return match;
  }
  return undefined;
}

/** The match stands in the text as it stands in what was sent, with its neighbours. */
function isRepeated(text: string, { index, 0: match }: RegExpExecArray, sent: string): boolean {
  if (match === '') return false;
  let at = sent.indexOf(match);
  for (let places = 0; at !== -1 && places < mostPlaces; places++) {
    if (isCopy(text, index, match.length, sent, at)) return true;
    at = sent.indexOf(match, at + 1);
  }
  return false;
}

function isCopy(text: string, index: number, length: number, sent: string, at: number): boolean {
  const left = sharedBefore(text, index, sent, at);
  const right = sharedAfter(text, index + length, sent, at + length);
  const shared = left + right;
  if (shared >= surelyCopied) return true;

  const before = text.slice(0, index - left).trimEnd();
  const after = text.slice(index + length + right).trimStart();
  const begins = left === at;
  const ends = at + length + right === sent.length;
  const isQuoted = /["'`]$/.test(before) && /^["'`]/.test(after);
  if (begins && ends) return shared > 1 || isQuoted;
  const isCutBefore = /(…|\.\.\.)$/.test(before);
  const isCutAfter = /^(…|\.\.\.)/.test(after);
  const isClosed = (begins || isCutBefore) && (ends || isCutAfter);
  return isClosed || (isQuoted && shared > 1);
}

/** How many characters before the two places are the same. */
function sharedBefore(a: string, inA: number, b: string, inB: number): number {
  let count = 0;
  while (count < inA && count < inB && a[inA - 1 - count] === b[inB - 1 - count]) count++;
  return count;
}

function sharedAfter(a: string, inA: number, b: string, inB: number): number {
  let count = 0;
  while (inA + count < a.length && inB + count < b.length && a[inA + count] === b[inB + count]) count++;
  return count;
}
