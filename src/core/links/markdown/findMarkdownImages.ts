/**
 * Finds the image links of a document of Markdown: in its text, in HTML and in front matter. Embeds of Obsidian and Foam,
 * `![[x.png]]`, are none: they are looked up by name in a whole vault, whose place and settings no document tells.
 */
import { parseBlocks } from '../../commonmark/parseBlocks.ts';
import { rangeAt, type MappedText } from '../../commonmark/mappedText.ts';
import { cleanInline } from '../../prompt/clean/cleanInline.ts';
import { decodePath } from '../encodePath.ts';
import { findHtmlImages } from '../tags/findHtmlImages.ts';
import { frontMatterImages } from './frontMatterImages.ts';
import { frontMatterOf } from './frontMatterText.ts';
import { inlineImages, type InlineImage } from './inlineImages.ts';
import type { FoundLink } from '../linkStyle.ts';
import { commonMark, type MarkdownDialect } from './markdownDialect.ts';
import { oneLine } from '../oneLine.ts';
import { describeSources, type TagImage } from '../tags/pictureSources.ts';
import { siteUrl } from '../tags/siteUrl.ts';
import { unescapeMarkdown } from './unescapeMarkdown.ts';

export function findMarkdownImages(text: string, dialect: MarkdownDialect = commonMark): readonly FoundLink[] {
  const frontMatter = frontMatterOf(text);
  const found: TagImage[] = frontMatter ? [...frontMatterImages(text, frontMatter)] : [];
  if (!dialect.anyImage.test(text)) return found;
  const { blocks, definitions } = parseBlocks(text, frontMatter?.textStart ?? 0, {
    ...dialect.blockRules(text, found),
    ...(dialect.fencedContainer ? { fencedContainer: dialect.fencedContainer } : {}),
    // Looking for a character first is faster.
    isWanted: (line) => line.includes('![') || (/[<=]/u.test(line) && dialect.anyImage.test(line)),
  });
  for (const { type, content } of blocks) {
    if (type === 'html') {
      for (const link of findHtmlImages(content.text)) found.push(moved(link, content));
      if (verbatimHtml.test(content.text)) continue;
      if (dialect.hasMarkdownInHtml || markdownTag.test(content.text)) addImages(content);
      for (const link of dialect.shortcodes?.(content.text) ?? []) found.push(moved(link, content));
      continue;
    }
    const { images, tags } = inlineImages(content.text, definitions, dialect.tagReader(content.text));
    for (const { start } of tags) {
      for (const link of dialect.imagesOfTag(content.text, start)) found.push(moved(link, content));
    }
    for (const image of images) found.push(...linkOf(image, text, content));
    for (const link of dialect.shortcodes?.(content.text) ?? []) found.push(moved(link, content));
  }
  return describeSources(
    text,
    found.toSorted((a, b) => a.start - b.start),
  );

  function addImages(content: MappedText): void {
    const { images } = inlineImages(content.text, definitions, dialect.tagReader(content.text));
    for (const image of images) found.push(...linkOf(image, text, content));
  }
}

/** Python-Markdown and kramdown are told by an attribute; Hugo takes what stands in a shortcode with percent signs. */
const markdownTag = /<[a-z][^<>]{0,500}?\smarkdown(?=[\s=>])|\{\{%\s/iu;
const verbatimHtml = /^\s*<(?:script|style|pre|textarea|!|\?)/iu;

/** Nothing where the target is empty. */
function linkOf(image: InlineImage, text: string, content: MappedText): readonly FoundLink[] {
  const target = image.isReference ? image.target : rangeAt(content, image.target.start, image.target.end);
  if (target.end === target.start) return [];
  const written = text.slice(target.start, target.end);
  const site = siteUrl(written);
  const decoded = site?.target ?? unescapeMarkdown(written);
  const targetStart = target.start + (site?.start ?? 0);
  const words = cleanInline(content.text.slice(image.textStart, image.textEnd)).replaceAll(/\s*\n\s*/gu, ' ');
  const figureAlt = figureAltAt(content.text, image.end);
  const caption = figureAlt === undefined ? oneLine(unescapeMarkdown(image.target.title ?? '')) : words;
  return [
    {
      ...rangeAt(content, image.start, image.end),
      targetStart,
      targetEnd: site ? targetStart + site.target.length : target.end,
      target: decoded,
      path: site?.path ?? decodePath(decoded),
      alt: figureAlt ?? words,
      ...(caption === '' ? {} : { caption }),
    },
  ];
}

const attributes = /\{(?:[^{}"'\n]|"(?:[^"\\\n]|\\[^\n]){0,500}"|'(?:[^'\\\n]|\\[^\n]){0,500}'){0,500}\}/uy;
// In the value of another attribute, it would be a word of somebody's.
const figureAlt =
  /^(?:[^"']|"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*')*?\bfig-alt=(?:"((?:[^"\\]|\\[^])*)"|'((?:[^'\\]|\\[^])*)')/u;

/** Quarto's figures have their words for a caption, and the alt text in `{fig-alt="…"}` behind the link, in either quotes. */
function figureAltAt(text: string, at: number): string | undefined {
  if (text.charAt(at) !== '{') return undefined;
  attributes.lastIndex = at;
  const [, double, single] = figureAlt.exec(attributes.exec(text)?.[0] ?? '') ?? [];
  const value = double ?? single;
  return value === undefined ? undefined : unescapeMarkdown(value);
}

function moved<T extends FoundLink>(link: T, content: MappedText): T {
  const target = rangeAt(content, link.targetStart, link.targetEnd);
  return { ...link, ...rangeAt(content, link.start, link.end), targetStart: target.start, targetEnd: target.end };
}
