/** Finds the images of Org: links to image files without a description, and descriptions that are such links. */
import { plainOrg } from '../../prompt/clean/plainOrg.ts';
import { decodePath } from '../encodePath.ts';
import type { FoundLink } from '../linkStyle.ts';
import { orgLines, type OrgLine } from './orgLines.ts';
import { unescapeOrgPath } from './orgPath.ts';
import { readOrgText, wordJoiner } from './orgText.ts';
import { pixelSize } from '../pixels.ts';

const imageEnding = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp|tiff?|ico)$/iu;
/** Verbatim text, export snippets and code, in which no link is one. */
const verbatim = String.raw`(?<=^|[\s\-('"{])([=~])(?=\S)[^\n]{0,400}?(?<=\S)\1(?=$|[\s\-.,;:!?'")}[\\])|@@[a-z]{1,20}:[^\n]{0,400}?@@|src_[A-Za-z]{1,20}(?:\[[^\]\n]{0,200}\])?\{[^}\n]{0,400}\}`;
/** A link in brackets, one in angles, a plain one. What begins first counts. */
const links = String.raw`\[\[((?:[^[\]\\]|\\[^])+)\]|<(file:[^<>\n]{1,1000})>|(?<![\p{L}\p{N}_[])(file:[^\s[\]()<>]{1,1000})`;
const opening = new RegExp(`${verbatim}|${links}`, 'gmu');

export function findOrgImages(text: string): readonly FoundLink[] {
  if (!/\.(?:png|jpe?g|gif|svg|webp|avif|bmp|tiff?|ico)/iu.test(text)) return [];
  const lines = orgLines(text);
  const found: FoundLink[] = [];
  for (let first = 0; first < lines.length; first++) {
    if (lines[first]?.kind !== 'text' && lines[first]?.kind !== 'heading') continue;
    let last = first;
    while (lines[first]?.kind === 'text' && lines[last + 1]?.kind === 'text') last++;
    const images = imagesIn(text, lines, first, last);
    const [image, ...others] = isResult(lines, first)
      ? images.map((one) => ({ ...one, isOutput: true as const }))
      : images;
    if (image) found.push({ ...image, ...affiliated(lines, first) }, ...others);
    first = last;
  }
  return found;
}

/** The links of one paragraph. */
function imagesIn(text: string, lines: readonly OrgLine[], first: number, last: number): readonly FoundLink[] {
  const offset = lines[first]?.start ?? 0;
  const end = lines[last];
  const paragraph = text.slice(offset, (end?.start ?? 0) + (end?.text.length ?? 0));
  const found: FoundLink[] = [];
  opening.lastIndex = 0;
  for (let match = opening.exec(paragraph); match; match = opening.exec(paragraph)) {
    const [whole, , bracketed, angled, plain] = match;
    const start = match.index;
    const written = angled ?? plain;
    if (written !== undefined) {
      add(found, offset, start, start + whole.length, start + whole.indexOf('file:'), written, written);
      continue;
    }
    if (bracketed === undefined) continue;
    const behind = start + whole.length;
    if (paragraph.charAt(behind) === ']') {
      opening.lastIndex = behind + 1;
      add(found, offset, start, behind + 1, start + 2, bracketed, unescapeOrgPath(bracketed));
    } else if (paragraph.charAt(behind) === '[') {
      const close = paragraph.indexOf(']]', behind);
      if (close < 0) break;
      opening.lastIndex = close + 2;
      const description = paragraph.slice(behind + 1, close);
      // Only a link that is the whole description is shown as a picture.
      if (/^(?:file:|\.{0,2}\/)\S*$/u.test(description)) {
        add(found, offset, start, close + 2, behind + 1, description, description);
      }
    }
  }
  return found;
}

function add(
  found: FoundLink[],
  offset: number,
  start: number,
  end: number,
  targetStart: number,
  written: string,
  target: string,
): void {
  const place = placeOf(target);
  if (!place) return;
  // The type of a link is no part of its path.
  const skipped = written.length - written.replace(/^file:/u, '').length;
  found.push({
    start: offset + start,
    end: offset + end,
    targetStart: offset + targetStart + skipped,
    targetEnd: offset + targetStart + written.length,
    ...place,
    alt: '',
  });
}

/** `file:x.png::search` and bare names, as pandoc and code hosts read them; other types of links are no files. */
function placeOf(link: string): Pick<FoundLink, 'target' | 'path' | 'otherPaths'> | undefined {
  if (/^https?:\/\//u.test(link)) {
    return imageEnding.test(link.replace(/[?#].*$/u, '')) ? { target: link, path: undefined } : undefined;
  }
  const isFile = link.startsWith('file:');
  const name = isFile ? link.slice('file:'.length) : link;
  const target = imageEnding.test(name) ? name : name.replace(/::.*$/u, '');
  if (!imageEnding.test(target) || (!isFile && /^[A-Za-z][\w+.-]*:|^[*#(]/u.test(target))) return undefined;
  // A path from the disk's root, or from home, is no path from the document.
  if (/^(?:\/|~|[A-Za-z]:[\\/])/u.test(target)) return { target, path: undefined };
  // Org takes it as it is; exporters such as ox-hugo, and older versions, encode it.
  const decoded = decodePath(target);
  return { target, path: target, ...(decoded === undefined || decoded === target ? {} : { otherPaths: [decoded] }) };
}

/** Whether a paragraph is what a block of code has given: Babel writes it below `#+RESULTS:`, perhaps in a drawer. */
function isResult(lines: readonly OrgLine[], first: number): boolean {
  for (let i = first - 1; lines[i]?.kind === 'keyword' || lines[i]?.kind === 'drawer'; i--) {
    if (/^\s*#\+results(?:\[[^\]]*\])?:/iu.test(lines[i]?.text ?? '')) return true;
  }
  return false;
}

/** What the lines right above a paragraph say of its first image. */
function affiliated(lines: readonly OrgLine[], first: number): Partial<FoundLink> {
  const html: string[] = [];
  const org: string[] = [];
  const caption: string[] = [];
  for (let i = first - 1; lines[i]?.kind === 'keyword'; i--) {
    const match = /^\s*#\+(caption(?:\[[^\]]*\])?|attr_html|attr_org):\s*(.*?)\s*$/iu.exec(lines[i]?.text ?? '');
    const name = (match?.[1] ?? '').toLowerCase();
    const list = name.startsWith('caption')
      ? caption
      : name === 'attr_html'
        ? html
        : name === 'attr_org'
          ? org
          : undefined;
    list?.unshift(match?.[2] ?? '');
  }
  const [forHtml, forOrg] = [attributesOf(html), attributesOf(org)];
  const words = readOrgText(plainOrg(caption.join(' ')));
  const alt = forHtml.get('alt')?.replaceAll(wordJoiner, '');
  return {
    ...(alt === undefined ? {} : { alt }),
    ...(words === '' ? {} : { caption: words }),
    ...pixelSize(forHtml.get('width') ?? forOrg.get('width'), forHtml.get('height') ?? forOrg.get('height')),
  };
}

/** `:alt words :width 300`: quotation marks mean nothing here. */
function attributesOf(lines: readonly string[]): ReadonlyMap<string, string> {
  const pieces = lines.join(' ').split(/(?<=^|\s):([-A-Za-z0-9_]+)(?=\s|$)/u);
  const values = new Map<string, string>();
  for (let i = 1; i < pieces.length; i += 2) values.set(pieces[i] ?? '', (pieces[i + 1] ?? '').trim());
  return values;
}
