/** Makes text from outside (prompts, server messages, file names) harmless where the editor renders links. */

/**
 * A notification turns `[x](command:…)` into something to click: a space between the two halves takes that away.
 * Control and text-direction characters could make one text look like another. One line, at most `limit` code units.
 */
export function plainText(text: string, limit = 500): string {
  const oneLine = text
    .slice(0, limit * 4)
    // eslint-disable-next-line no-control-regex
    .replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, ' ')
    .replaceAll(/\](?=[([])/g, '] ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return oneLine.length > limit ? `${oneLine.slice(0, limit - 1).trimEnd()}…` : oneLine;
}
