/** Reads `[label]: target "title"` at the beginning of a paragraph. */
import { readDestination, readTitle } from '../links/markdown/inlineTarget.ts';

export interface LinkDefinition {
  /** Offsets in the paragraph. */
  readonly targetStart: number;
  readonly targetEnd: number;
  /** As written, without its quotes. */
  readonly title: string | undefined;
  readonly label: string;
  /** Where the next line begins. */
  readonly end: number;
}

const labelPattern = /\[(?:[^\\[\]]|\\[^]){0,999}\]/uy;

/** The label in brackets that begins at `at`, with its brackets. */
export function labelAt(text: string, at: number): string | undefined {
  labelPattern.lastIndex = at;
  return labelPattern.exec(text)?.[0];
}

/** Labels are the same in any case and with any white space. `label` has its brackets. */
export function normalizeLabel(label: string): string {
  return label
    .slice(1, -1)
    .trim()
    .replace(/[ \t\r\n]+/gu, ' ')
    .toLowerCase()
    .toUpperCase();
}

/** The definition that begins at `start`. Footnotes, `[^1]: …`, are text: what stands in them is shown. */
export function linkDefinitionAt(text: string, start: number): LinkDefinition | undefined {
  if (text.charAt(start) !== '[' || text.charAt(start + 1) === '^') return undefined;
  const label = labelAt(text, start);
  if (label === undefined || text.charAt(start + label.length) !== ':') return undefined;
  const normal = normalizeLabel(label);
  const destination = readDestination(text, skipSpace(text, start + label.length + 1));
  if (normal === '' || !destination || (destination.isEmpty && !destination.isBracketed)) return undefined;
  const { targetStart, targetEnd } = destination;
  const afterSpace = skipSpace(text, destination.end);
  const titleEnd = afterSpace > destination.end ? readTitle(text, afterSpace) : afterSpace;
  if (titleEnd !== undefined && titleEnd > afterSpace) {
    const end = lineEndAt(text, titleEnd);
    if (end !== undefined) {
      return { targetStart, targetEnd, title: text.slice(afterSpace + 1, titleEnd - 1), label: normal, end };
    }
  }
  // What looked like a title may be the text that follows.
  const end = lineEndAt(text, destination.end);
  return end === undefined ? undefined : { targetStart, targetEnd, title: undefined, label: normal, end };
}

const space = /[ \t]*(?:\n[ \t]*)?/uy;
const lineEnd = /[ \t]*(?:\n|$)/uy;

function skipSpace(text: string, at: number): number {
  space.lastIndex = at;
  space.exec(text);
  return space.lastIndex;
}

/** Behind the line break, where nothing but white space comes in front of it. */
function lineEndAt(text: string, at: number): number | undefined {
  lineEnd.lastIndex = at;
  return lineEnd.test(text) ? lineEnd.lastIndex : undefined;
}
