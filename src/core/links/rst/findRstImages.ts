/** Finds the images of reStructuredText: directives `image` and `figure`, also in substitutions and in table cells. */
import { plainRst } from '../../prompt/clean/plainRst.ts';
import type { FoundLink } from '../linkStyle.ts';
import { pixelSize } from '../pixels.ts';
import { directiveName, rstLines, type RstLine } from './rstLines.ts';
import { rawHtmlImages } from '../tags/rawHtmlImages.ts';
import { indentOf } from '../textLines.ts';

const option = /^\s*:([A-Za-z][\w-]*):(?:\s+|$)/u;

export function findRstImages(text: string): readonly FoundLink[] {
  if (!/(?:image|figure|raw) ?::/iu.test(text)) return [];
  const lines = rstLines(text);
  return lines.flatMap((line, index) => {
    if (isRow(line)) return imagesInRow(lines, index);
    const name = line.kind === 'explicit' ? directiveName(line.text.slice(line.markEnd)) : undefined;
    if (name === 'raw') return imagesInRaw(text, lines, index);
    const found = name === 'image' || name === 'figure' ? readDirective(text, lines, index, name) : undefined;
    return found ? [found] : [];
  });
}

const rawHtml = /\braw ?::[ \t]+html\b/iu;

/** Of HTML that is passed on. */
function imagesInRaw(text: string, lines: readonly RstLine[], first: number): readonly FoundLink[] {
  const line = lines[first];
  if (!line || !rawHtml.test(line.text.slice(line.markEnd))) return [];
  let last = first;
  while (lines[last + 1]?.kind === 'verbatim' || lines[last + 1]?.kind === 'blank') last++;
  return rawHtmlImages(text, line.start + line.text.length, endOf(lines[last]));
}

function readDirective(
  text: string,
  lines: readonly RstLine[],
  first: number,
  name: 'image' | 'figure',
): FoundLink | undefined {
  const line = lines[first];
  if (!line) return undefined;
  const start = line.start + line.markEnd;
  const isInBlock = (at: number): boolean => {
    const next = lines[at];
    return next !== undefined && next.kind !== 'blank' && indentOf(next.text) > line.column;
  };
  const argument = line.text.indexOf('::', line.markEnd) + 2;
  let at = first;
  let targetStart =
    line.start + argument + (line.text.length - argument - line.text.slice(argument).trimStart().length);
  if (line.text.slice(argument).trim() === '') {
    do at++;
    while (lines[at]?.kind === 'blank');
    const next = lines[at];
    if (!next || !isInBlock(at) || option.test(next.text)) return undefined;
    targetStart = next.start + (next.text.length - next.text.trimStart().length);
  }
  while (isInBlock(at + 1) && !option.test(lines[at + 1]?.text ?? '')) at++;
  const targetEnd = endOf(lines[at]);
  const options = readOptions(lines, at + 1, isInBlock);
  const end = endOf(lines[options.end - 1]);
  const caption = name === 'figure' ? captionAt(lines, options.end, isInBlock) : '';
  return {
    start,
    end,
    ...imageAt(text.slice(targetStart, targetEnd), targetStart),
    alt: options.values.get('alt') ?? '',
    ...(caption === '' ? {} : { caption }),
    ...pixelSize(options.values.get('width'), options.values.get('height')),
  };
}

function endOf(line: RstLine | undefined): number {
  return line ? line.start + line.text.trimEnd().length : 0;
}

function readOptions(
  lines: readonly RstLine[],
  first: number,
  isInBlock: (at: number) => boolean,
): { readonly values: ReadonlyMap<string, string>; readonly end: number } {
  const values = new Map<string, string>();
  let name: string | undefined;
  let end = first;
  for (; isInBlock(end); end++) {
    const text = lines[end]?.text ?? '';
    const match = option.exec(text);
    if (match) name = (match[1] ?? '').toLowerCase();
    if (name === undefined) break;
    const value = (match ? text.slice(match[0].length) : text).trim();
    values.set(name, match ? value : `${values.get(name) ?? ''} ${value}`.trim());
  }
  return { values, end };
}

/** The first paragraph below the options. */
function captionAt(lines: readonly RstLine[], first: number, isInBlock: (at: number) => boolean): string {
  let at = first;
  while (lines[at]?.kind === 'blank') at++;
  const paragraph: string[] = [];
  for (; isInBlock(at) && (lines[at]?.kind === 'text' || lines[at]?.kind === 'continued'); at++) {
    paragraph.push(lines[at]?.text.trim() ?? '');
  }
  return plainRst(paragraph.join(' '));
}

/** docutils takes white space out of a target, but for what is escaped. */
function imageAt(
  written: string,
  targetStart: number,
): Pick<FoundLink, 'targetStart' | 'targetEnd' | 'target' | 'path' | 'otherPaths'> {
  const target = written.replace(/\\\s|\s+|\\([^])/gu, (match: string, escaped?: string) =>
    match.startsWith('\\') ? (escaped ?? ' ') : '',
  );
  return { targetStart, targetEnd: targetStart + written.length, target, ...pathsOf(target) };
}

/**
 * Sphinx takes a target as a path, browsers decode it: what has something to decode is looked for both ways. `x.*` is
 * Sphinx's way to leave the choice to the output format.
 */
function pathsOf(target: string): Pick<FoundLink, 'path' | 'otherPaths'> {
  if (/^(?:[A-Za-z][A-Za-z0-9+.-]*:|\/\/)/u.test(target)) return { path: undefined };
  if (target.endsWith('.*')) {
    const [path = '', ...otherPaths] = ['png', 'svg', 'jpg', 'jpeg', 'gif', 'webp', 'pdf'].map(
      (ending) => target.slice(0, -1) + ending,
    );
    return { path, otherPaths };
  }
  const path = decoded(target);
  return path === target ? { path } : { path, otherPaths: [target] };
}

function decoded(target: string): string {
  return target.replace(/(?:%[0-9A-Fa-f]{2})+/gu, (bytes) => {
    try {
      return decodeURIComponent(bytes);
    } catch (error) {
      if (error instanceof URIError) return bytes;
      throw error;
    }
  });
}

const cell = /^\s*(\.\. +(?:image|figure) ?:: +)(\S.*?)\s*$/iu;

function isRow({ kind, text }: RstLine): boolean {
  return (kind === 'text' || kind === 'continued') && /^\s*\|.*\|\s*$/u.test(text) && text.includes('::');
}

/** Cells of a grid table, each with a directive that begins and ends in it. */
function imagesInRow(lines: readonly RstLine[], index: number): readonly FoundLink[] {
  const line = lines[index];
  if (!line) return [];
  const found: FoundLink[] = [];
  let from = line.text.indexOf('|') + 1;
  for (let to = line.text.indexOf('|', from); to >= 0; to = line.text.indexOf('|', from)) {
    const match = cell.exec(line.text.slice(from, to));
    if (match) {
      const start = line.start + from + (match[0].length - match[0].trimStart().length);
      const image = imageAt(match[2] ?? '', start + (match[1] ?? '').length);
      found.push({ start, end: image.targetEnd, ...image, alt: altInCell(lines, index + 1, from, to) });
    }
    from = to + 1;
  }
  return found;
}

function altInCell(lines: readonly RstLine[], first: number, from: number, to: number): string {
  for (let i = first; i < lines.length; i++) {
    const match = option.exec(lines[i]?.text.slice(from, to) ?? '');
    if (!match) return '';
    if (match[1] === 'alt') return lines[i]?.text.slice(from, to).slice(match[0].length).trim() ?? '';
  }
  return '';
}
