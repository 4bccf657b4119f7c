/**
 * Finds the blocks of a Markdown document that hold text or HTML, by the rules of CommonMark: what stands in code, front
 * matter and link definitions is not among them. Written by hand because every place must be known in the document:
 * micromark adds 90 kB to a bundle that has 160 and took 17 s for 20,000 lines, markdown-it adds 100 kB and knows lines
 * only, commonmark.js knows no place of inlines either.
 */
import type { BlockRules, BlockType } from './blockRules.ts';
import { blockStartAt, closesFence, skipQuoteMark, type LeafStart } from './blockStarts.ts';
import { createDefinitions, type Definition } from './definitions.ts';
import { createLineCursor } from './lineCursor.ts';
import { joinParts, type LinePart, type MappedText } from './mappedText.ts';
import { tableCells } from './tableCells.ts';

export interface Block {
  readonly type: BlockType;
  readonly content: MappedText;
}

export interface Document {
  readonly blocks: readonly Block[];
  /** By normalised label. */
  readonly definitions: ReadonlyMap<string, Definition>;
}

interface Container {
  /**
   * The columns that lines of a list item are indented by; undefined for a quotation. Between fences, lines may be
   * indented as far as the fence is.
   */
  readonly indent: number | undefined;
  /** The mark that a fence of as many ends; missing where a container ends with its lines. */
  readonly fence?: string;
  hasChild: boolean;
}

type Leaf = Exclude<LeafStart, { readonly type: 'heading' }> & { readonly parts: LinePart[] };

/** markdown-it stops there as well: each line looks at each of the containers around it. */
const maxDepth = 100;

/** @param start where the Markdown begins, behind front matter */
export function parseBlocks(text: string, start: number, rules: BlockRules): Document {
  const blocks: Block[] = [];
  const definitions = createDefinitions();
  const containers: Container[] = [];
  const cursor = createLineCursor();
  const lineEnd = /[\r\n]/gu;
  // Looking for one character is faster.
  const hasOldBreaks = /\r(?!\n)/u.test(text);
  let leaf: Leaf | undefined;
  let lineStart = start;
  let nextLine = start;

  while (nextLine < text.length) {
    readLineAt(nextLine);
    addLine();
  }
  closeLeaf();
  return { blocks, definitions: definitions.byLabel };

  /** Everything from `from` to the end of its line is the line. */
  function readLineAt(from: number): void {
    lineStart = from;
    let end = hasOldBreaks ? oldBreak(from) : text.indexOf('\n', from);
    if (end < 0) end = text.length;
    nextLine = end + (text.startsWith('\r\n', end) ? 2 : 1);
    if (text.charAt(end) === '\n' && end > from && text.charAt(end - 1) === '\r') end--;
    cursor.start(text.slice(from, end));
  }

  function oldBreak(from: number): number {
    lineEnd.lastIndex = from;
    return lineEnd.exec(text)?.index ?? -1;
  }

  function addLine(): void {
    const matched = matchContainers();
    if (matched === undefined) return;
    let state: ReturnType<typeof continueLeaf> = 'other';
    if (leaf && matched === containers.length) state = continueLeaf(leaf);
    if (state === 'ended') return;
    if (state === 'continued' && leaf?.type !== 'paragraph') return addText();
    addBlocks(matched, state === 'continued');
  }

  /** Begins what the line begins, then adds the rest of it. `isContinued`: it may go on with the paragraph above. */
  function addBlocks(around: number, isContinued: boolean): void {
    let matched = around;
    // Lines may lack the marks of what the paragraph stands in.
    const mayBeLazy = (): boolean => leaf?.type === 'paragraph' && !isContinued && !cursor.isBlank;
    for (;;) {
      if (rules.skip && skipDialect(rules.skip, matched, isContinued || mayBeLazy())) return;
      const begun = blockStartAt(cursor, rules, {
        isInParagraph: isContinued,
        canBeUnderlined: isContinued && (leaf?.parts.length ?? 0) > 0,
        mayBeLazy: mayBeLazy(),
        canNest: containers.length < maxDepth,
      });
      if (!begun) break;
      if (begun.type === 'underline') {
        if (leaf && underline(leaf)) return;
        continue;
      }
      closeDownTo(matched);
      isContinued = false;
      markParent();
      if (begun.type === 'break') return;
      if (begun.type === 'heading')
        return addBlock('heading', [{ text: begun.text, offset: lineStart + begun.offset }]);
      if (begun.type !== 'container') {
        leaf = { ...begun, parts: [] };
        return begun.type === 'fence' ? undefined : addText();
      }
      const { indent, fence, mayBeginBlank } = begun;
      containers.push({ indent, hasChild: mayBeginBlank === true, ...(fence === undefined ? {} : { fence }) });
      if (fence !== undefined) return;
      matched++;
    }
    if (isContinued || mayBeLazy()) return addText();
    closeDownTo(matched);
    if (!cursor.isBlank) beginParagraph();
  }

  function markParent(): void {
    const parent = containers.at(-1);
    if (parent) parent.hasChild = true;
  }

  function beginParagraph(): void {
    markParent();
    leaf = { type: 'paragraph', parts: [] };
    addText();
  }

  /** How many containers the line is in; undefined for one that ends a container and does nothing else. */
  function matchContainers(): number | undefined {
    for (const [index, { indent, hasChild, fence }] of containers.entries()) {
      if (fence !== undefined) {
        if (cursor.indent <= 3 && closesFence(cursor.line.slice(cursor.nonspace), fence)) {
          closeDownTo(index);
          return undefined;
        }
        cursor.skipColumns(Math.min(cursor.indent, indent ?? 0));
      } else if (indent === undefined) {
        if (cursor.indent > 3 || cursor.line.charAt(cursor.nonspace) !== '>') return index;
        skipQuoteMark(cursor);
      } else if (cursor.isBlank) {
        if (!hasChild) return index;
        cursor.skipSpace();
      } else if (cursor.indent >= indent) cursor.skipColumns(indent);
      else return index;
    }
    return containers.length;
  }

  function continueLeaf(open: Leaf): 'continued' | 'ended' | 'other' {
    if (open.type === 'paragraph') return cursor.isBlank ? 'other' : 'continued';
    if (open.type === 'html') return cursor.isBlank && !open.end ? 'other' : 'continued';
    if (open.type === 'fence') {
      if (cursor.indent > 3 || !closesFence(cursor.line.slice(cursor.nonspace), open.mark)) return 'continued';
      leaf = undefined;
      return 'ended';
    }
    if (open.type === 'code' && (cursor.indent > 3 || cursor.isBlank)) return 'continued';
    return 'other';
  }

  /** The line belongs to the leaf that is open. */
  function addText(): void {
    if (!leaf) return;
    if (leaf.type === 'paragraph') cursor.skipSpace();
    const { line, offset } = cursor;
    if (leaf.type === 'paragraph' || leaf.type === 'html') {
      leaf.parts.push({ text: line.slice(offset), offset: lineStart + offset });
    }
    if (leaf.type === 'html' && leaf.end?.test(line.slice(offset))) closeLeaf();
  }

  function closeDownTo(depth: number): void {
    closeLeaf();
    containers.length = depth;
  }

  function closeLeaf(): void {
    if (!leaf) return;
    const { type, parts } = leaf;
    leaf = undefined;
    if (type === 'html') addBlock(type, parts);
    if (type !== 'paragraph') return;
    const isWanted = ({ text: line }: LinePart): boolean => rules.isWanted(line, type);
    const rest = definitions.takeFrom(parts);
    if (rest.some(isWanted)) for (const content of tableCells(rest, isWanted)) blocks.push({ type, content });
  }

  function addBlock(type: Block['type'], parts: readonly LinePart[]): void {
    if (parts.some(({ text: line }) => rules.isWanted(line, type))) blocks.push({ type, content: joinParts(parts) });
  }

  /** Makes a heading of a paragraph; false where it holds definitions only. */
  function underline(open: Leaf): boolean {
    const rest = definitions.takeFrom(open.parts);
    open.parts.splice(0, open.parts.length, ...rest);
    if (rest.length === 0) return false;
    leaf = undefined;
    addBlock('heading', rest);
    return true;
  }

  /** True where the line has been read to its end. */
  function skipDialect(skip: NonNullable<BlockRules['skip']>, matched: number, isInParagraph: boolean): boolean {
    if (cursor.isBlank || (rules.hasIndentedCode && cursor.indent > 3)) return false;
    let end = skip(lineStart + cursor.nonspace, matched === 0 && cursor.nonspace === 0, isInParagraph);
    if (end === undefined) return false;
    closeDownTo(matched);
    markParent();
    const space = /[ \t]*/uy;
    // The rest of the line is read once, however much of it is skipped.
    for (let next: number | undefined = end; next !== undefined; next = skip(space.lastIndex, false, false)) {
      end = next;
      space.lastIndex = end;
      space.test(text);
    }
    readLineAt(end);
    if (cursor.isBlank) return true;
    beginParagraph();
    return true;
  }
}
