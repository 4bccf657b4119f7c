/**
 * What the lines of a reStructuredText document are, as docutils reads them, in one pass. A scanner of our own: no
 * light parser of the language exists in JavaScript.
 */
import { indentOf, textLines, type TextLine } from '../textLines.ts';

export interface RstLine extends TextLine {
  /**
   * `explicit` begins a directive, a substitution or the like; `continued` goes on with a paragraph or with the block
   * of an `explicit` line; in `verbatim` lines nothing is markup: literal blocks, code, comments.
   */
  readonly kind: 'blank' | 'text' | 'continued' | 'explicit' | 'verbatim';
  /** Where the line's own text begins, behind the marks of list items and fields, UTF-16 units from the line's start. */
  readonly markEnd: number;
  /** Its column. */
  readonly column: number;
}

/** Directives whose content is not reStructuredText. */
const verbatimDirectives = new Set(
  (
    'code code-block sourcecode highlight raw math literalinclude parsed-literal productionlist doctest testcode ' +
    'testsetup testcleanup testoutput graphviz digraph graph inheritance-diagram mermaid plantuml uml tikz prompt ' +
    'code-cell ipython command-output jupyter-execute jupyter-input jupyter-output csv-table asciinema exec bibliography'
  ).split(' '),
);

const marks = /(?:[-*+•‣⁃]|\(?(?:\d{1,9}|#|[A-Za-z]|[ivxlcdmIVXLCDM]{1,9})[.)])\s+|:[^:\s][^:]{0,80}:\s+(?=\.\.\s)/uy;
const option = /^:[^:\s][^:]*:(?:\s|$)/u;
const explicit = /^\.\.(?:\s|$)/u;
const known = /^\.\.\s+(?:\[[^\]]+\](?:\s|$)|_|\|[^|]+\||__)/u;
const directive =
  /^\.\.\s+(?:\|[^|\s](?:[^|]*[^|\s])?\|\s+)?([A-Za-z0-9](?:[A-Za-z0-9:+._-]*[A-Za-z0-9])?) ?::(?:\s|$)/u;

/** The directive that an explicit line begins, in lower case. */
export function directiveName(text: string): string | undefined {
  return directive.exec(text)?.[1]?.toLowerCase();
}

const blankLine = { kind: 'blank', markEnd: 0, column: 0 } as const;

export function rstLines(text: string): readonly RstLine[] {
  const result: RstLine[] = [];
  /** Lines further right than this are verbatim, until one is not. */
  let verbatimColumn: number | undefined;
  /** Columns of the paragraph and of the directive that are open, and of the one that a literal block follows. */
  let paragraph: number | undefined;
  let block: number | undefined;
  let literal: number | undefined;

  for (const { start, text: row } of textLines(text)) {
    const { kind, markEnd, column } = classify(row);
    result.push({ start, text: row, kind, markEnd, column });
  }
  return result;

  function classify(row: string): Pick<RstLine, 'kind' | 'markEnd' | 'column'> {
    const indent = indentOf(row);
    const spaces = row.length - row.trimStart().length;
    if (spaces === row.length) return blank();
    if (verbatimColumn !== undefined && indent > verbatimColumn) {
      return { kind: 'verbatim', markEnd: row.length, column: indent };
    }
    verbatimColumn = undefined;
    const isContinued = indent === paragraph;
    const isOption = block !== undefined && indent > block && option.test(row.slice(spaces));
    const markEnd = isContinued || isOption ? spaces : ownTextStart(row, spaces);
    const column = indent + markEnd - spaces;
    const own = row.slice(markEnd);
    if (!isContinued && explicit.test(own)) return { kind: begin(own, column), markEnd, column };
    paragraph = isOption || isAdornment(own) ? undefined : column;
    // Two colons alone look like an adornment, and only say what follows: docutils 0.19 takes them for an underline
    // below two characters at the most.
    const isLiteralBelow = paragraph === undefined ? own.trimEnd() === '::' : own.trimEnd().endsWith('::');
    literal = isLiteralBelow ? column : undefined;
    return { kind: isContinued || isOption ? 'continued' : 'text', markEnd, column };
  }

  function blank(): Pick<RstLine, 'kind' | 'markEnd' | 'column'> {
    // A literal block begins behind the blank line; two dots alone in front of one comment nothing out.
    if (literal !== undefined) verbatimColumn = literal;
    const above = result.at(-1);
    if (above && above.text.slice(above.markEnd).trimEnd() === '..') verbatimColumn = undefined;
    paragraph = block = literal = undefined;
    return blankLine;
  }

  function begin(own: string, column: number): RstLine['kind'] {
    const name = directiveName(own);
    const isComment = name === undefined && !known.test(own);
    if (isComment || (name !== undefined && verbatimDirectives.has(name))) verbatimColumn = column;
    paragraph = literal = undefined;
    block = column;
    return isComment ? 'verbatim' : 'explicit';
  }
}

function ownTextStart(text: string, spaces: number): number {
  let position = spaces;
  for (;;) {
    marks.lastIndex = position;
    if (!marks.test(text)) return position;
    position = marks.lastIndex;
  }
}

/** A line of one punctuation mark: under or over a title, or between paragraphs. */
export function isAdornment(text: string): boolean {
  return /^([!-/:-@[-`{-~])\1*\s*$/u.test(text);
}
