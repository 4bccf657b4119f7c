/** How a document of Markdown is taken apart: as CommonMark has it, and what MDX does otherwise. */
import { createInlineHtmlReader } from '../commonmark/inlineHtml.ts';
import type { BlockRules } from '../commonmark/parseBlocks.ts';
import type { TagReader } from './inlineImages.ts';
import type { FoundLink } from './linkStyle.ts';
import { readImageTag } from './imageTag.ts';
import { anyShortcode, shortcodeImages } from './shortcodeImages.ts';

export interface MarkdownDialect {
  /** Rules for one document. `found` takes the images of what is skipped. */
  readonly blockRules: (text: string, found: FoundLink[]) => Omit<BlockRules, 'isWanted'>;
  /** What holds no Markdown within a paragraph. */
  readonly tagReader: (text: string) => TagReader;
  /** The images of something that the reader found. */
  readonly imagesOfTag: (text: string, start: number) => readonly FoundLink[];
  /** The images of what is neither Markdown nor a tag. Missing where braces are code. */
  readonly shortcodes?: (text: string) => readonly FoundLink[];
  /** What a text without any image does not have. */
  readonly anyImage: RegExp;
}

export const commonMark: MarkdownDialect = {
  blockRules: () => ({ hasIndentedCode: true, hasHtml: true }),
  tagReader: createInlineHtmlReader,
  imagesOfTag(text, start) {
    const link = /^<img(?=[\s/]|$)/iu.test(text.slice(start, start + 5)) ? readImageTag(text, start)?.link : undefined;
    return link ? [link] : [];
  },
  anyImage: new RegExp(String.raw`!\[|<img(?=[\s/]|$)|${anyShortcode.source}`, 'iu'),
  shortcodes: shortcodeImages,
};
