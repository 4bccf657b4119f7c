/** Images of MyST, Sphinx's Markdown: the directives `{figure}` and `{image}`, and Markdown in its other directives. */
import { cleanInline } from '../../prompt/clean/cleanInline.ts';
import { decodePath } from '../encodePath.ts';
import { rawHtmlImages } from '../tags/rawHtmlImages.ts';
import type { FencedBlock } from './fencedBlock.ts';
import type { FoundLink } from '../linkStyle.ts';
import { oneLine } from '../oneLine.ts';
import { pixelSize } from '../pixels.ts';

const directive = /^\{(image|figure)\}[ \t]+(\S.*)$/u;

const contents =
  'note tip hint important warning caution attention danger error seealso admonition dropdown div margin sidebar aside ' +
  'topic epigraph figure-md subfigure card card-carousel grid grid-item grid-item-card tab-set tab-item exercise ' +
  'solution versionadded versionchanged deprecated list-table table (?:prf|proof):[a-z]+';

/** The `info` of directives that hold Markdown between code fences. Between colons there are paragraphs anyway. */
export const mystContainer = new RegExp(String.raw`^\{(?:${contents.replaceAll(' ', '|')})\}`, 'u');

/** The `info` of images, and of HTML that is passed on: MyST's and pandoc's. */
export const mystImageInfo = /^\{(?:(?:image|figure)\}|raw\}[ \t]+html\b|=html\d?\})/u;

const rawHtml = /^\{(?:raw\}|=)/u;

/** The images of a block; undefined where it is to be read as any other. */
export function mystImages(text: string, start: number, block: FencedBlock): readonly FoundLink[] | undefined {
  if (rawHtml.test(block.info)) {
    return rawHtmlImages(text, block.contentStart, block.contentEnd);
  }
  const image = mystImage(text, start, block);
  return image && [image];
}

/** Undefined for any other directive. */
function mystImage(text: string, start: number, block: FencedBlock): FoundLink | undefined {
  const match = directive.exec(block.info);
  if (!match) return undefined;
  const [whole, name, target = ''] = match;
  const targetStart = block.infoStart + whole.length - target.length;
  const { values, rest } = optionsIn(text.slice(block.contentStart, block.contentEnd));
  const caption = name === 'figure' ? cleanInline(oneLine(/^(?:[^\S\n]*\S.*\n?)+/u.exec(rest)?.[0] ?? '')) : '';
  return {
    start,
    end: block.end,
    targetStart,
    targetEnd: targetStart + target.length,
    target,
    path: decodePath(target),
    alt: oneLine(values.get('alt') ?? ''),
    ...(caption === '' ? {} : { caption }),
    ...pixelSize(values.get('width'), values.get('height')),
  };
}

const option = /^[ \t>]*:?([A-Za-z][\w-]*):[ \t]*(.*)$/u;

/** Lines of `:name: value`, or of YAML between marks, and what stands below them. */
function optionsIn(content: string): { readonly values: ReadonlyMap<string, string>; readonly rest: string } {
  const lines = content.split(/\r\n|\n|\r/u);
  const values = new Map<string, string>();
  let at = 0;
  while (at < lines.length && lines[at]?.trim() === '') at++;
  const isYaml = lines[at]?.trim() === '---';
  if (isYaml) at++;
  for (; at < lines.length; at++) {
    const row = lines[at] ?? '';
    if (isYaml && row.trim() === '---') {
      at++;
      break;
    }
    if (!isYaml && !/^[ \t>]*:[A-Za-z]/u.test(row)) break;
    const [, name = '', value = ''] = option.exec(row) ?? [];
    if (name !== '') values.set(name.toLowerCase(), value.trim().replace(/^(["'])(.*)\1$/u, '$2'));
  }
  while (at < lines.length && lines[at]?.trim() === '') at++;
  return { values, rest: lines.slice(at).join('\n') };
}
