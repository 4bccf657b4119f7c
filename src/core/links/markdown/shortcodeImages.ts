/**
 * Images of Hugo's shortcodes in Markdown, `{{< figure src="x.png" alt="…" >}}`, and of what the themes of Jekyll have for
 * that: `{% include figure image_path="/x.png" alt="…" %}`.
 */
import { imageEnding } from '../../names/imageEnding.ts';
import { backtickRuns, codeSpanEnd } from './codeSpans.ts';
import { decodePath } from '../encodePath.ts';
import { decodeEntities } from '../tags/entities.ts';
import type { FoundLink } from '../linkStyle.ts';
import { oneLine } from '../oneLine.ts';
import { pixelSize } from '../pixels.ts';

/** A document of Markdown may have some. Without a space in front, `{{<img` is found as a tag. */
export const anyShortcode = /\{\{<\s{1,9}(?:figure|img|image)(?=\s|$)|\{%-?\s{1,9}include/u;

// A code span, or a shortcode. Quoted values may hold anything. No part can begin like another, and each has its bounds,
// or a text made for it could be read again from each of its beginnings.
const shortcode = String.raw`\{\{<\s{1,9}(?:figure|img|image)\s((?:[^"\x60<>{}]|"[^"\n]{0,500}"|\x60[^\x60\n]{0,500}\x60){0,1000})>\}\}`;
const include =
  String.raw`\{%-?\s{1,9}include(?:_cached|_relative)?\s{1,9}[\w./-]{0,60}(?:figure|image|img|picture|photo|screenshot)[\w./-]{0,60}` +
  String.raw`\s((?:[^"'%{}]|"[^"\n]{0,500}"|'[^'\n]{0,500}'){0,1000})-?%\}`;
const mark = new RegExp(`\`+|${shortcode}|${include}`, 'gu');
const only = new RegExp(shortcode, 'uy');
const attribute = /([A-Za-z][\w-]*)\s*=\s*(?:"([^"\n]*)"|`([^`\n]*)`|'([^'\n]*)'|([^\s"'`]+))/gu;
/** What names the picture, the surest first. */
const sourceNames = ['src'];
const includeNames = ['image_path', 'path', 'src', 'file', 'image', 'img', 'url'];

/** @param text of a paragraph */
export function shortcodeImages(text: string): readonly FoundLink[] {
  if (!anyShortcode.test(text)) return [];
  const runs = backtickRuns(text);
  const found: FoundLink[] = [];
  mark.lastIndex = 0;
  for (let match = mark.exec(text); match; match = mark.exec(text)) {
    const [whole, ofShortcode, ofInclude] = match;
    const content = ofShortcode ?? ofInclude;
    if (content === undefined) mark.lastIndex = codeSpanEnd(runs, match.index);
    else if (content.length <= 2_000) found.push(...imageOf(match.index, whole, content, ofInclude !== undefined));
  }
  return found;
}

/** A shortcode that begins a block: lines of it may look like something of Markdown, its end like a quotation. */
export function shortcodeImagesAt(
  text: string,
  at: number,
): { readonly images: readonly FoundLink[]; readonly end: number } | undefined {
  if (!text.startsWith('{{<', at)) return undefined;
  only.lastIndex = at;
  const match = only.exec(text);
  if (!match) return undefined;
  const [whole, content = ''] = match;
  return { images: content.length <= 2_000 ? imageOf(at, whole, content, false) : [], end: at + whole.length };
}

function imageOf(start: number, whole: string, content: string, isInclude: boolean): readonly FoundLink[] {
  const offset = start + whole.indexOf(content);
  const values = new Map<string, { readonly text: string; readonly start: number }>();
  for (const { 0: pair, index, 1: name = '', 2: double, 3: raw, 4: single, 5: bare } of content.matchAll(attribute)) {
    const text = double ?? raw ?? single ?? bare ?? '';
    values.set(name.toLowerCase(), {
      text,
      start: offset + index + pair.length - text.length - (bare === undefined ? 1 : 0),
    });
  }
  const source = (isInclude ? includeNames : sourceNames).map((name) => values.get(name)).find((one) => one?.text);
  if (!source || (isInclude && !imageEnding.test(source.text))) return [];
  const written = decodePath(source.text);
  // Themes of Jekyll put the site's address in front.
  const path = isInclude && written !== undefined && !written.startsWith('/') ? `/${written}` : written;
  const words = (name: string): string => oneLine(decodeEntities(values.get(name)?.text ?? ''));
  const caption = words('caption') || words('title');
  return [
    {
      start,
      end: start + whole.length,
      targetStart: source.start,
      targetEnd: source.start + source.text.length,
      target: source.text,
      path,
      // What is not beside the page may be among the images of the whole site.
      ...(path === undefined || /^\.{0,2}\//u.test(path) ? {} : { otherPaths: [`/${path}`] }),
      alt: words('alt'),
      ...(caption === '' ? {} : { caption }),
      ...pixelSize(values.get('width')?.text, values.get('height')?.text),
    },
  ];
}
