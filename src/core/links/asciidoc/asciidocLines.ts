/**
 * What the lines of an AsciiDoc document are, as Asciidoctor reads them, in one pass. A scanner of our own: Asciidoctor
 * in JavaScript is a megabyte.
 */
import { textLines, type TextLine } from '../textLines.ts';

export interface AsciidocLine extends TextLine {
  /**
   * `block` may begin a block, `continued` goes on with a paragraph; `verbatim` lines are code, literal text,
   * passthroughs and comments, with their delimiters. `meta` says something of the block below; `delimiter` stands
   * around blocks.
   */
  readonly kind: 'blank' | 'block' | 'continued' | 'verbatim' | 'meta' | 'delimiter' | 'entry' | 'conditional';
}

const verbatimDelimiter = /^(?:-{4,}|\.{4,}|\+{4,}|\/{4,}|`{3,}[\w+#-]*|~{4,})$/u;
const container = /^(?:={4,}|\*{4,}|_{4,}|--|'{3,}|<{3,})$/u;
const table = /^[|,:!]={3,}$/u;
const meta = /^\[(?:\[.*\]|[\p{L}\p{N}_#.%{,"'].*|)\]$|^\.\.?[^\s.].*$/u;
/** Styles, also `[,ruby]`, short for source code. Options such as `[%header]` say nothing of it. */
const verbatimStyle =
  /^\[(?:(?:source|listing|literal|pass|stem|latexmath|asciimath|comment|mermaid|plantuml|ditaa|graphviz)(?=[\],.#%])|,\s*\w)/u;
const entry = /^:!?[\p{L}\p{N}_][\p{L}\p{N}_-]*!?:(?:\s|$)/u;
// Up to the first bracket: with several ways to part a line, one of nothing but brackets takes minutes.
const conditional = /^(?:ifdef|ifndef|ifeval|endif)::[^\s[]*\[.*\]$/u;
const listItem = /^\s*(?:[*.-]+|\d{1,9}\.|[A-Za-z]\.|<[.\d]{1,9}>)\s+\S|^\s*\S.*?(?::{2,4}|;;)(?:\s|$)/u;

const title = /^(?:={1,6}|#{1,6})\s+\S/u;
const blockMacro = /^(?:image|video|audio|toc|include)::[^[]*\[.*\]$/u;

export function asciidocLines(text: string): readonly AsciidocLine[] {
  /** What ends the block of verbatim lines. */
  let fence: string | undefined;
  /** What the line above was part of. */
  let open: 'nothing' | 'paragraph' | 'verbatim' | 'entry' = 'nothing';
  /** The block attributes above say that no markup is in what follows. */
  let isVerbatimNext = false;
  let isTable = false;
  return textLines(text).map(({ start, text: row }) => ({ start, text: row, kind: classify(row.trimEnd()) }));

  function classify(row: string): AsciidocLine['kind'] {
    if (fence !== undefined) {
      if (row === fence) fence = undefined;
      return 'verbatim';
    }
    if (row === '') {
      open = 'nothing';
      return 'blank';
    }
    if (open === 'verbatim' && row !== '+') return 'verbatim';
    if (open === 'entry' || (open === 'nothing' && entry.test(row))) {
      // ` \` goes on in the next line.
      open = row.endsWith('\\') ? 'entry' : 'nothing';
      return 'entry';
    }
    return delimits(row) ?? (conditional.test(row) ? 'conditional' : textKind(row));
  }

  function delimits(row: string): 'verbatim' | 'delimiter' | undefined {
    const isMasked = isVerbatimNext && /^(?:--|[=*_]{4,})$/u.test(row);
    if (isMasked || verbatimDelimiter.test(row)) {
      // Only the first line of backticks names a language.
      fence = /^`+/u.exec(row)?.[0] ?? row;
    } else if (table.test(row)) isTable = !isTable;
    else if (row !== '+' && !container.test(row)) return undefined;
    [open, isVerbatimNext] = ['nothing', false];
    return fence === undefined ? 'delimiter' : 'verbatim';
  }

  function textKind(row: string): AsciidocLine['kind'] {
    if (/^\/\/(?!\/)/u.test(row)) return 'verbatim';
    if (meta.test(row) && !(open === 'paragraph' && row.startsWith('.'))) {
      if (row.startsWith('[')) isVerbatimNext = verbatimStyle.test(row);
      open = 'nothing';
      return 'meta';
    }
    const isItem = listItem.test(row);
    // Indented text is literal, unless it belongs to a list or a table.
    if (open === 'nothing' && (isVerbatimNext || (/^\s/u.test(row) && !isItem && !isTable))) {
      [open, isVerbatimNext] = ['verbatim', false];
      return 'verbatim';
    }
    const kind = open === 'paragraph' && !isItem ? 'continued' : 'block';
    open = kind === 'block' && (title.test(row) || blockMacro.test(row)) ? 'nothing' : 'paragraph';
    return kind;
  }
}
