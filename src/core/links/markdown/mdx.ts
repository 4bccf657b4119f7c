/** Image links of MDX: Markdown's, and `<img>` and `<Image>` as JSX. */
import { figureElement } from '../tags/figureElement.ts';
import { findMarkdownImages } from './findMarkdownImages.ts';
import type { Link, LinkStyle, LinkText } from '../linkStyle.ts';
import { markdown } from './markdown.ts';
import { markdownHeadings } from './markdownHeadings.ts';
import { mdxDialect } from './mdxDialect.ts';

export const mdx: LinkStyle = {
  write,
  // The image stays Markdown's, which bundlers follow; a paragraph of its own, or the caption would be part of it.
  writeFigure: (link) => figureElement(write(link), writeAlt(link.alt), '\n'),
  find: (text) => findMarkdownImages(text, mdxDialect),
  headings: (text) => markdownHeadings(text, mdxDialect),
  canRequest: true,
  writeTarget: markdown.writeTarget,
  writeAlt,
};

function write(link: Link): LinkText {
  return { ...markdown.write(link), alt: writeAlt(link.alt) };
}

/** Beyond Markdown's escapes: braces begin code, and `<` a tag whatever follows. */
function writeAlt(alt: string): string {
  return markdown.writeAlt(alt).replace(/(\\?)([{<])/gu, String.raw`\$2`);
}
