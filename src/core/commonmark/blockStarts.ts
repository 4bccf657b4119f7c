/** What begins a block of Markdown, in the order in which CommonMark looks for it. */
import { htmlBlockAt } from './htmlBlocks.ts';
import type { LineCursor } from './lineCursor.ts';
import type { BlockRules } from './blockRules.ts';

export type LeafStart =
  | { readonly type: 'paragraph' | 'code' }
  | { readonly type: 'heading'; readonly text: string; readonly offset: number }
  | { readonly type: 'fence'; readonly mark: string }
  /** `end` is what the last line holds; without it a blank line ends the block. */
  | { readonly type: 'html'; readonly end: RegExp | undefined };

export type BlockStart =
  | LeafStart
  | { readonly type: 'underline' }
  | { readonly type: 'break' }
  /** `indent` and `fence` as in `Container`. `mayBeginBlank`: its content may stand below a blank line. */
  | {
      readonly type: 'container';
      readonly indent: number | undefined;
      readonly fence?: string;
      readonly mayBeginBlank?: true;
    };

export interface Surroundings {
  /** The line could go on with a paragraph that it stands right below of. */
  readonly isInParagraph: boolean;
  readonly canBeUnderlined: boolean;
  /** The line could go on with a paragraph although it lacks the marks of what that stands in. */
  readonly mayBeLazy: boolean;
  readonly canNest: boolean;
}

/** The cursor then stands behind the marks. */
export function blockStartAt(
  cursor: LineCursor,
  rules: Pick<BlockRules, 'hasIndentedCode' | 'hasHtml' | 'hasExtensions' | 'fencedContainer'>,
  around: Surroundings,
): BlockStart | undefined {
  const { line, nonspace, indent } = cursor;
  if (cursor.isBlank) return undefined;
  if (indent > 3 && rules.hasIndentedCode) {
    if (around.isInParagraph || around.mayBeLazy) return undefined;
    cursor.skipColumns(4);
    return { type: 'code' };
  }
  // Quickly past what most lines begin with.
  const first = line.charAt(nonspace);
  if (rules.hasExtensions && '!?=:'.includes(first) && around.canNest) {
    const extension = extensionAt(cursor, line.slice(nonspace));
    if (extension) return extension;
  }
  if (!'#`~*+_=<>-'.includes(first) && (first < '0' || first > '9')) return undefined;
  if (first === '>') {
    if (!around.canNest) return undefined;
    skipQuoteMark(cursor);
    return { type: 'container', indent: undefined };
  }
  const text = line.slice(nonspace);
  if (first === '#') return headingAt(text, nonspace);
  if (first === '`' || first === '~') {
    const fence = fenceAt(text);
    if (!fence || !around.canNest || !rules.fencedContainer?.test(text.slice(fence.mark.length).trimStart()))
      return fence;
    cursor.skip(line.length - cursor.offset);
    return { type: 'container', indent, fence: fence.mark };
  }
  if (first === '<') {
    const block = rules.hasHtml ? htmlBlockAt(text, around.isInParagraph || around.mayBeLazy) : undefined;
    return block && { type: 'html', end: block.end };
  }
  if (around.canBeUnderlined && /^(?:=+|-+)[ \t]*$/u.test(text)) return { type: 'underline' };
  if (/^(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})$/u.test(text)) return { type: 'break' };
  return around.canNest ? itemAt(cursor, text, around.isInParagraph) : undefined;
}

/** The mark and the space that belongs to it. */
export function skipQuoteMark(cursor: LineCursor): void {
  cursor.skipSpace();
  cursor.skip(1);
  if (cursor.indent > 0) cursor.skipColumns(1);
}

function headingAt(text: string, offset: number): BlockStart | undefined {
  const mark = /^#{1,6}(?:[ \t]+|$)/u.exec(text)?.[0];
  if (mark === undefined) return undefined;
  let end = text.trimEnd().length;
  const content = text.slice(0, end);
  // Hashes at the end, with a space in front of them, are part of the frame.
  let hashes = end;
  while (content.charAt(hashes - 1) === '#') hashes--;
  if (hashes < end && (hashes <= mark.length || /[ \t]/u.test(content.charAt(hashes - 1)))) end = hashes;
  const words = text.slice(mark.length, Math.max(end, mark.length));
  return { type: 'heading', text: words.trimEnd(), offset: offset + mark.length };
}

function fenceAt(text: string): (LeafStart & { readonly type: 'fence' }) | undefined {
  const mark = /^(?:`{3,}(?=[^`]*$)|~{3,})/u.exec(text)?.[0];
  if (mark === undefined) return undefined;
  return { type: 'fence', mark };
}

/** @param text a line without its indentation */
export function closesFence(text: string, mark: string): boolean {
  const closing = /^(?:`{3,}|~{3,})(?=[ \t]*$)/u.exec(text)?.[0];
  return closing?.startsWith(mark) ?? false;
}

function itemAt(cursor: LineCursor, text: string, isInParagraph: boolean): BlockStart | undefined {
  const match = /^(?:[*+-]|(\d{1,9})[.)])(?=[ \t]|$)/u.exec(text);
  if (!match) return undefined;
  const [mark, number] = match;
  // In the middle of a paragraph, a line may begin with a year.
  if (isInParagraph && (text.slice(mark.length).trim() === '' || (number !== undefined && Number(number) !== 1))) {
    return undefined;
  }
  const outer = cursor.indent;
  cursor.skipSpace();
  cursor.skip(mark.length);
  // Five spaces and more begin code within the item, which then starts after one; so does an empty item.
  const space = cursor.isBlank || cursor.indent > 4 ? 1 : cursor.indent;
  cursor.skipColumns(space);
  return { type: 'container', indent: outer + mark.length + space };
}

/**
 * Admonitions and tabs of Python-Markdown, `!!! note "Title"`, `??? tip`, `=== "Tab"`, and the definitions of pandoc,
 * kramdown and others, `:   text`: what is indented by four below them belongs to them.
 */
const extension = /^(?:(?:!!!|\?\?\?\+?)[ \t]+["\w].*|===[!+]?[ \t]+"[^"]*"[ \t]*)$/u;

function extensionAt(cursor: LineCursor, text: string): BlockStart | undefined {
  const outer = cursor.indent;
  if (extension.test(text)) {
    cursor.skipSpace();
    cursor.skip(text.length);
    return { type: 'container', indent: outer + 4, mayBeginBlank: true };
  }
  if (!/^:[ \t]{1,8}\S/u.test(text)) return undefined;
  cursor.skipSpace();
  cursor.skip(1);
  cursor.skipSpace();
  return { type: 'container', indent: outer + 4, mayBeginBlank: true };
}
