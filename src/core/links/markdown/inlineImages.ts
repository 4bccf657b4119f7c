/** Finds the images in a text of Markdown by the rules of CommonMark: `![alt](target "title")`, `![alt][ref]`, `<img>`. */
import { createInlineHtmlReader } from '../../commonmark/inlineHtml.ts';
import { labelAt, normalizeLabel } from '../../commonmark/linkDefinitions.ts';
import type { Definition } from '../../commonmark/definitions.ts';
import { backtickRuns, codeSpanEnd } from './codeSpans.ts';
import { inlineTarget } from './inlineTarget.ts';

/** Offsets in the text. */
export interface InlineImage {
  readonly start: number;
  readonly end: number;
  readonly textStart: number;
  readonly textEnd: number;
  readonly target: Definition | { readonly start: number; readonly end: number; readonly title: string | undefined };
  readonly isReference: boolean;
}

/** A tag, or whatever else of the dialect holds no Markdown. */
export interface InlineTag {
  readonly start: number;
  readonly end: number;
}

export interface InlineFound {
  /** In the order in which they end. */
  readonly images: readonly InlineImage[];
  readonly tags: readonly InlineTag[];
}

/** Where what begins with the `<` or `{` at an offset ends, if it is no text. */
export type TagReader = (at: number) => number | undefined;

interface Bracket {
  /** Offset of `![` or `[`. */
  readonly start: number;
  readonly textStart: number;
  readonly isImage: boolean;
  isActive: boolean;
  /** Another bracket stands behind: what is in this one is no label. */
  hasInner: boolean;
  readonly tagsBefore: number;
}

const special = /[\\`!<{[\]]/gu;

export function inlineImages(
  text: string,
  definitions: ReadonlyMap<string, Definition>,
  readTag: TagReader = createInlineHtmlReader(text),
): InlineFound {
  const images: InlineImage[] = [];
  const tags: InlineTag[] = [];
  const brackets: Bracket[] = [];
  const runs = backtickRuns(text);
  /** Brackets below that are inactive already. */
  let inactive = 0;
  let position = 0;
  for (;;) {
    special.lastIndex = position;
    const match = special.exec(text);
    if (!match) break;
    position = read(match[0], match.index);
  }
  return { images, tags };

  /** Where to go on. */
  function read(character: string, at: number): number {
    if (character === '\\') return at + 2;
    if (character === '`') return codeSpanEnd(runs, at);
    if (character === '!') return text.charAt(at + 1) === '[' ? open(at, true) : at + 1;
    if (character === '[') return open(at, false);
    if (character === ']') return close(at);
    const end = readTag(at);
    if (end !== undefined) tags.push({ start: at, end });
    return end ?? at + 1;
  }

  function open(start: number, isImage: boolean): number {
    const outer = brackets.at(-1);
    if (outer) outer.hasInner = true;
    const textStart = start + (isImage ? 2 : 1);
    brackets.push({ start, textStart, isImage, isActive: true, hasInner: false, tagsBefore: tags.length });
    return textStart;
  }

  function close(at: number): number {
    const bracket = brackets.pop();
    inactive = Math.min(inactive, brackets.length);
    if (!bracket?.isActive) return at + 1;
    const target = targetAt(bracket, at);
    if (!target) return at + 1;
    if (bracket.isImage) addImage(bracket, at, target);
    else {
      // No link stands within another.
      for (; inactive < brackets.length; inactive++) {
        const outer = brackets[inactive];
        if (outer && !outer.isImage) outer.isActive = false;
      }
    }
    return target.end;
  }

  function targetAt(
    bracket: Bracket,
    at: number,
  ): (Pick<InlineImage, 'target' | 'isReference'> & { end: number }) | undefined {
    const inline = text.charAt(at + 1) === '(' ? inlineTarget(text, at + 2) : undefined;
    if (inline) {
      const { targetStart, targetEnd, title, end } = inline;
      return { target: { start: targetStart, end: targetEnd, title }, isReference: false, end };
    }
    const label = labelAt(text, at + 1);
    const isFull = label !== undefined && label.length > 2;
    if (!isFull && bracket.hasInner) return undefined;
    // A label has at most 999 characters.
    if (!isFull && at - bracket.textStart > 999) return undefined;
    const definition = definitions.get(normalizeLabel(isFull ? label : `[${text.slice(bracket.textStart, at)}]`));
    return definition && { target: definition, isReference: true, end: at + 1 + (label?.length ?? 0) };
  }

  function addImage(
    { start, textStart, tagsBefore }: Bracket,
    textEnd: number,
    { end, ...target }: Pick<InlineImage, 'target' | 'isReference'> & { readonly end: number },
  ): void {
    // What stands inside an image's alt text is only text.
    while ((images.at(-1)?.start ?? -1) > start) images.pop();
    tags.length = tagsBefore;
    images.push({ start, end, textStart, textEnd, ...target });
  }
}
