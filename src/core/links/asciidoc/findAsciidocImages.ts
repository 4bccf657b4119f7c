/** Finds the images of AsciiDoc: block macros `image::target[…]` and, within text, `image:target[…]`. */
import { plainAsciidoc } from '../../prompt/clean/plainAsciidoc.ts';
import { documentAttributes, type Attributes } from './asciidocAttributes.ts';
import { isAntoraId } from '../paths/antora.ts';
import { asciidocLines, type AsciidocLine } from './asciidocLines.ts';
import { decodePath } from '../encodePath.ts';
import { decodeEntities } from '../tags/entities.ts';
import type { FoundLink } from '../linkStyle.ts';
import { macroAttributes, type MacroAttributes } from './macroAttributes.ts';
import { pixelSize } from '../pixels.ts';

export function findAsciidocImages(text: string): readonly FoundLink[] {
  if (!text.includes('image:')) return [];
  const found: FoundLink[] = [];
  const above: string[] = [];
  walkAsciidoc(text, (line, attributes) => {
    if (line.kind === 'meta') above.push(line.text.trim());
    if (line.kind !== 'block' && line.kind !== 'continued') {
      if (line.kind === 'blank') above.length = 0;
      return;
    }
    if (line.text.includes('image:')) found.push(...imagesIn(line, attributes, above));
    above.length = 0;
  });
  return found;
}

/** Lines in their order, each with the attributes that hold there. */
export function walkAsciidoc(text: string, visit: (line: AsciidocLine, attributes: Attributes) => void): void {
  const attributes = documentAttributes();
  let entry = '';
  for (const line of asciidocLines(text)) {
    if (line.kind === 'conditional') attributes.decide(line.text);
    if (line.kind === 'entry') {
      entry += line.text.trim();
      // ` \` goes on in the next line.
      if (entry.endsWith('\\')) entry = entry.slice(0, -1);
      else {
        attributes.enter(entry);
        entry = '';
      }
    } else entry = '';
    visit(line, attributes);
  }
}

// In a table's cell a block begins behind the bar.
const blockMacro = /^((?:[\d.*+<>^]*[a-z]?\|)?\s*)image::([^\s[](?:[^[]*[^\s[])?)\[(.*)\]\s*$/u;

function imagesIn(line: AsciidocLine, attributes: Attributes, above: readonly string[]): readonly FoundLink[] {
  const block = blockMacro.exec(line.text);
  if (block && line.kind === 'block') {
    const [, before = '', target = '', content = ''] = block;
    const start = line.start + before.length;
    const own = macroAttributes(attributes.fill(content) ?? content);
    const image = imageAt(start, start + 'image::'.length, target, own, attributes, above);
    return image ? [{ ...image, end: line.start + line.text.trimEnd().length }] : [];
  }
  return inlineImages(line, attributes);
}

function inlineImages(line: AsciidocLine, attributes: Attributes): readonly FoundLink[] {
  const text = withoutPassthroughs(line.text);
  const found: FoundLink[] = [];
  let at = text.indexOf('image:');
  let open = -1;
  while (at >= 0) {
    const targetStart = at + 'image:'.length;
    if (open < targetStart) open = text.indexOf('[', targetStart);
    if (open < 0) break;
    const close = closingBracket(text, open + 1);
    if (close === undefined) break;
    // Of `image:a image:b[]`, Asciidoctor takes all up to the bracket for a target.
    const target = text.slice(targetStart, open);
    const isTarget = /^[^:\s[](?:[^]*\S)?$/u.test(target);
    if (isTarget && text.charAt(at - 1) !== '\\') {
      const content = line.text.slice(open + 1, close).replaceAll('\\]', ']');
      const start = line.start + at;
      const own = macroAttributes(attributes.fill(content) ?? content);
      const image = imageAt(start, line.start + targetStart, target, own, attributes, []);
      if (image) found.push({ ...image, end: line.start + close + 1 });
      at = text.indexOf('image:', close);
    } else at = text.indexOf('image:', targetStart);
  }
  return found;
}

function closingBracket(text: string, from: number): number | undefined {
  let close = text.indexOf(']', from);
  while (close > from && text.charAt(close - 1) === '\\') close = text.indexOf(']', close + 1);
  return close < 0 ? undefined : close;
}

const passthrough =
  /\+\+\+[^+]{1,500}\+\+\+|\+\+[^+]{1,500}\+\+|(?<![\p{L}\p{N}+])\+\S[^+]{0,500}?\+(?![\p{L}\p{N}+])|\$\$[^$]{1,500}\$\$|pass:[a-z,]{0,20}\[[^\]]{0,500}\]/gu;

function withoutPassthroughs(text: string): string {
  return /\+|\$\$|pass:/u.test(text) ? text.replace(passthrough, (piece) => ' '.repeat(piece.length)) : text;
}

function imageAt(
  start: number,
  targetStart: number,
  written: string,
  own: MacroAttributes,
  attributes: Attributes,
  above: readonly string[],
): FoundLink | undefined {
  const place = placeOf(written, attributes);
  if (!place) return undefined;
  const block = above.filter((line) => line.startsWith('[') && !line.startsWith('[['));
  const outer = new Map(block.flatMap((line) => [...macroAttributes(line.slice(1, -1)).named]));
  const value = (name: string): string | undefined => own.named.get(name) ?? outer.get(name);
  const title = own.named.get('title') ?? titleIn(above) ?? outer.get('title');
  const caption = title === undefined ? '' : plainAsciidoc(title);
  return {
    start,
    end: start,
    targetStart,
    targetEnd: targetStart + written.length,
    ...place,
    alt: decodeEntities(value('alt') ?? own.positional[0] ?? ''),
    ...(caption === '' ? {} : { caption }),
    ...pixelSize(value('width') ?? own.positional[1], value('height') ?? own.positional[2]),
  };
}

function titleIn(above: readonly string[]): string | undefined {
  return above.findLast((line) => line.startsWith('.'))?.slice(1);
}

function placeOf(
  written: string,
  attributes: Attributes,
): Pick<FoundLink, 'target' | 'path' | 'otherPaths'> | undefined {
  const filled = attributes.fill(written);
  if (filled === undefined || filled === '') return undefined;
  const path = decodePath(filled);
  if (path === undefined) {
    const isUri = /^(?:[A-Za-z][A-Za-z0-9+.-]*:\/\/|data:|\/\/)/u.test(filled);
    if (isUri) return { target: filled, path: undefined };
  }
  // Ids of Antora's resources, such as `ROOT:image$x.png`, are no URIs: the modules around the document tell.
  if (path === undefined || isAntoraId(filled))
    return isAntoraId(filled) ? { target: filled, path: filled } : undefined;
  const folder = attributes.fill(attributes.get('imagesdir') ?? '')?.replace(/\/+$/u, '');
  if (folder === undefined) return undefined;
  if (filled.startsWith('/') || written.startsWith('{docdir}')) return { target: filled, path };
  if (folder === '' || folder === '.') {
    const isOpen = attributes.get('imagesdir') === undefined;
    return { target: filled, path, ...(isOpen ? { otherPaths: conventional(path) } : {}) };
  }
  const target = `${folder}/${filled}`;
  return { target, path: decodePath(target) };
}

/** Where `imagesdir` is set outside of the document, it is mostly to one of these; Antora keeps images beside its pages. */
function conventional(path: string): readonly string[] {
  return ['images/', '../images/', '../../images/', '../../../images/'].map((folder) => folder + path);
}
