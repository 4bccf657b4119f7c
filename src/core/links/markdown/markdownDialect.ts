/** How a document of Markdown is taken apart: as CommonMark has it, and what MDX does otherwise. */
import { createInlineHtmlReader } from '../../commonmark/inlineHtml.ts';
import type { BlockRules } from '../../commonmark/blockRules.ts';
import { createFencedBlockReader } from './fencedBlock.ts';
import type { TagReader } from './inlineImages.ts';
import type { FoundLink } from '../linkStyle.ts';
import { openingTagAt } from '../tags/htmlTag.ts';
import { anyTagImage, imagesOfTags } from '../tags/imagesOfTags.ts';
import type { TagImage } from '../tags/pictureSources.ts';
import { mystContainer, mystImageInfo, mystImages } from './mystImages.ts';
import { anyShortcode, shortcodeImages, shortcodeImagesAt } from './shortcodeImages.ts';

export interface MarkdownDialect {
  /** Rules for one document. `found` takes the images of what is skipped. */
  readonly blockRules: (text: string, found: TagImage[]) => Omit<BlockRules, 'isWanted' | 'fencedContainer'>;
  /** As in the rules, for images: a heading between fences is none of the document's. */
  readonly fencedContainer?: RegExp;
  /** What holds no Markdown within a paragraph. */
  readonly tagReader: (text: string) => TagReader;
  /** The images of something that the reader found. */
  readonly imagesOfTag: (text: string, start: number) => readonly TagImage[];
  /** Markdown between tags is Markdown, without a blank line around it as well. */
  readonly hasMarkdownInHtml?: true;
  /** The images of what is neither Markdown nor a tag. Missing where braces are code. */
  readonly shortcodes?: (text: string) => readonly FoundLink[];
  /** What a text without any image does not have. */
  readonly anyImage: RegExp;
}

const element = /^<(?:img|source|video)(?=[\s/]|$)/iu;
const component = /^<[A-Z]\w/u;

export const commonMark: MarkdownDialect = {
  blockRules: (text, found) => ({
    hasIndentedCode: true,
    hasHtml: true,
    hasExtensions: true,
    skip: createExtensionReader(text, found),
  }),
  fencedContainer: mystContainer,
  tagReader: createInlineHtmlReader,
  imagesOfTag(text, start) {
    const begin = text.slice(start, start + 8);
    const tag = element.test(begin) || component.test(begin) ? openingTagAt(text, start) : undefined;
    return tag ? imagesOfTags([tag]) : [];
  },
  anyImage: new RegExp(String.raw`!\[|${anyTagImage.source}|\{(?:image|figure)\}|${anyShortcode.source}`, 'iu'),
  shortcodes: shortcodeImages,
};

/** Past what other tools than CommonMark's take out first: images of Hugo's shortcodes and of MyST's directives. */
function createExtensionReader(text: string, found: TagImage[]): NonNullable<BlockRules['skip']> {
  const blockAt = createFencedBlockReader(text, mystImageInfo);
  return (offset, _isTopLevel, isInParagraph) => {
    const shortcode = isInParagraph ? undefined : shortcodeImagesAt(text, offset);
    if (shortcode) {
      found.push(...shortcode.images);
      return shortcode.end;
    }
    const block = blockAt(offset);
    const images = block && mystImages(text, offset, block);
    if (!block || !images) return undefined;
    found.push(...images);
    return block.end;
  };
}
