/** The front matter of a Markdown document as a part of its text. */
import { frontMatterEnd } from '../../prompt/frontMatter.ts';

export interface FrontMatter {
  readonly language: 'yaml' | 'toml';
  /** The text between the marks. */
  readonly start: number;
  readonly end: number;
  /** Where the document's own text begins. */
  readonly textStart: number;
}

/** A line of the front matter. */
export interface Line {
  readonly text: string;
  readonly offset: number;
}

export function frontMatterOf(text: string): FrontMatter | undefined {
  const mark = /^\uFEFF?(---|\+\+\+)[ \t]*[\r\n]/u.exec(text);
  if (!mark) return undefined;
  const starts = lineStarts(text);
  const count = starts.length;
  const lineAt = (index: number): string => text.slice(starts[index], starts[index + 1]).replace(/[\r\n]+$/u, '');
  const end = frontMatterEnd({ count, lineAt });
  if (end === 0) return undefined;
  return {
    language: mark[1] === '---' ? 'yaml' : 'toml',
    start: starts[1] ?? text.length,
    end: starts[end - 1] ?? text.length,
    textStart: starts[end] ?? text.length,
  };
}

export function linesOf(text: string, { start, end }: FrontMatter): readonly Line[] {
  return lineStarts(text.slice(start, end)).map((from, index, all) => {
    const offset = start + from;
    return { text: text.slice(offset, start + (all[index + 1] ?? end - start)).trimEnd(), offset };
  });
}

function lineStarts(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(/\r\n|\n|\r/gu), (match) => match.index + match[0].length)];
}
