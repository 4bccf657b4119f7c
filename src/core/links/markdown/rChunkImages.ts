/** Images of R in R Markdown and Quarto: `knitr::include_graphics("x.png")` in a chunk, where the path is written out. */
import { decodePath } from '../encodePath.ts';
import type { FencedBlock } from './fencedBlock.ts';
import type { FoundLink } from '../linkStyle.ts';
import { oneLine } from '../oneLine.ts';

/** Says that a text may hold one. */
export const anyRImage = /\binclude_graphics\b/u;

/** The `info` of a chunk of R. */
export const rChunk = /^\{[ \t]*r\b/iu;

const isOff = /\beval[ \t]*=[ \t]*(?:F|FALSE)\b/u;
const isOffBelow = /^[ \t]*#\|[ \t]*eval[ \t]*:[ \t]*false\b/mu;

const string = String.raw`"[^"\\\n]{0,1000}"|'[^'\\\n]{0,1000}'`;
/** A comment, a string or a call. Strings are read in one piece, so that a mark within one begins nothing. */
export const rToken = new RegExp(
  String.raw`#[^\n]*|${string}|\binclude_graphics\s{0,20}\(\s{0,200}(?:path\s{0,20}=\s{0,20})?((?:(?:c|rep)\s{0,20}\(\s{0,200})?(?:${string})(?:\s{0,200},\s{0,200}(?:${string})){0,100})(?=\s{0,200}[,)])`,
  'gu',
);
const literal = new RegExp(string, 'gu');

/**
 * Empty for a chunk that is only shown.
 * @param isOutput says of a path whether the document's code makes the file
 */
export function rChunkImages(
  text: string,
  block: FencedBlock,
  isOutput: (target: string) => boolean,
): readonly FoundLink[] {
  if (isOff.test(block.info.replace(literal, ''))) return [];
  const content = text.slice(block.contentStart, block.contentEnd);
  if (!anyRImage.test(content) || isOffBelow.test(content)) return [];
  const [alt, caption] = ['alt', 'cap'].map((name) => optionOf(name, block.info, content));
  const found: FoundLink[] = [];
  for (const { 0: whole, 1: list, index } of content.matchAll(rToken)) {
    if (list === undefined) continue;
    const listStart = block.contentStart + index + whole.length - list.length;
    for (const { 0: quoted, index: at } of list.matchAll(literal)) {
      const target = quoted.slice(1, -1);
      if (target === '') continue;
      const targetStart = listStart + at + 1;
      found.push({
        start: block.contentStart + index,
        end: block.contentStart + index + whole.length,
        targetStart,
        targetEnd: targetStart + target.length,
        target,
        ...placeOf(target),
        alt: alt ?? '',
        ...(caption ? { caption } : {}),
        ...(isOutput(target) ? { isOutput: true } : {}),
      });
    }
  }
  return found;
}

/** R takes a path as it is. A chapter may be run in its project's folder. */
function placeOf(target: string): Pick<FoundLink, 'path' | 'otherPaths'> {
  const isFile = !/^[/~\\]|^[A-Za-z]:/u.test(target) && decodePath(target) !== undefined;
  return isFile ? { path: target, otherPaths: [`/${target}`] } : { path: undefined };
}

/** `fig.alt="…"` in the braces, or `#| fig-alt: …` below. */
function optionOf(name: string, info: string, content: string): string | undefined {
  const inBraces = new RegExp(String.raw`\bfig\.${name}[ \t]*=[ \t]*(?:"([^"\\\n]*)"|'([^'\\\n]*)')`, 'u').exec(info);
  const below = new RegExp(String.raw`^[ \t]*#\|[ \t]*fig[-.]${name}[ \t]*:[ \t]*(\S.*)$`, 'mu').exec(content)?.[1];
  const value = inBraces?.[1] ?? inBraces?.[2] ?? below?.trim().replace(/^(["'])(.*)\1$/u, '$2');
  // `|` begins a text over several lines.
  return value === undefined || /^[|>][\d+-]*$/u.test(value) ? undefined : oneLine(value);
}
