/** What the lines of an Org document are, in one pass. A scanner of our own: Org's parser is Emacs. */
import { textLines, type TextLine } from '../textLines.ts';

export interface OrgLine extends TextLine {
  /**
   * `verbatim` lines are code, examples, exports and comments with their delimiters, and what is under a heading that is
   * commented out; `keyword` says something of what is below, or of the document.
   */
  readonly kind: 'blank' | 'heading' | 'text' | 'keyword' | 'drawer' | 'delimiter' | 'verbatim';
}

const verbatimBlocks = new Set(['src', 'example', 'export', 'comment', 'html', 'latex', 'ascii']);
const begin = /^\s*#\+begin_(\S+)/iu;
const heading = /^\*+\s/u;
const drawer = /^\s*:[\w-]+:\s*$/u;
const commented = /^\*+\s+(?:[A-Z][\w-]*\s+)?(?:\[#\w\]\s+)?COMMENT(?:\s|$)/u;

export function orgLines(text: string): readonly OrgLine[] {
  const lines = textLines(text);
  const ends = blockEnds(lines);
  /** The block that is open, by the line that ends it. */
  let blockEnd = -1;
  /** How many stars the commented heading has that this is under. */
  let hiddenLevel = 0;
  let isDrawer = false;
  return lines.map(({ start, text: row }, index) => ({ start, text: row, kind: classify(row, index) }));

  function classify(row: string, index: number): OrgLine['kind'] {
    if (index <= blockEnd) return 'verbatim';
    const level = heading.test(row) ? (/^\*+/u.exec(row)?.[0].length ?? 0) : 0;
    if (level > 0) {
      isDrawer = false;
      if (hiddenLevel === 0 || level <= hiddenLevel) hiddenLevel = commented.test(row) ? level : 0;
      return hiddenLevel > 0 ? 'verbatim' : 'heading';
    }
    if (hiddenLevel > 0) return 'verbatim';
    if (row.trim() === '') return 'blank';
    const block = begin.exec(row)?.[1]?.toLowerCase();
    if (block !== undefined) return open(block, index);
    if (/^\s*#\+end_/iu.test(row)) return 'delimiter';
    if (drawer.test(row)) {
      isDrawer = !/^\s*:end:/iu.test(row);
      return 'drawer';
    }
    if (isDrawer && /^\s*:[^\s:]+:/u.test(row)) return 'drawer';
    if (/^\s*#\+[^\s:]+:/u.test(row)) return 'keyword';
    return /^\s*(?:#|:)(?:\s|$)/u.test(row) ? 'verbatim' : 'text';
  }

  /** A block that never ends is none. */
  function open(block: string, index: number): OrgLine['kind'] {
    const list = ends.get(block) ?? [];
    while ((list.at(-1) ?? index + 1) <= index) list.pop();
    const end = list.at(-1);
    if (end === undefined) return 'text';
    if (!verbatimBlocks.has(block)) return 'delimiter';
    blockEnd = end;
    return 'verbatim';
  }
}

/** The lines that end blocks, by the blocks' names, the last ones first: those that are passed are taken off. */
function blockEnds(lines: readonly TextLine[]): ReadonlyMap<string, number[]> {
  const ends = new Map<string, number[]>();
  for (let index = lines.length - 1; index >= 0; index--) {
    const row = lines[index]?.text ?? '';
    const name = row.includes('#+') ? /^\s*#\+end_(\S+)\s*$/iu.exec(row)?.[1]?.toLowerCase() : undefined;
    if (name === undefined) continue;
    const list = ends.get(name);
    if (list) list.push(index);
    else ends.set(name, [index]);
  }
  return ends;
}
