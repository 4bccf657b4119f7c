/** Image links of MDX: Markdown's, and `<img>` and `<Image>` as JSX. */
import { findMarkdownImages } from './findMarkdownImages.ts';
import type { LinkStyle } from './linkStyle.ts';
import { markdown } from './markdown.ts';
import { markdownHeadings } from './markdownHeadings.ts';
import { mdxDialect } from './mdxDialect.ts';

export const mdx: LinkStyle = {
  write: (link) => ({ ...markdown.write(link), alt: writeAlt(link.alt) }),
  find: (text) => findMarkdownImages(text, mdxDialect),
  headings: (text) => markdownHeadings(text, mdxDialect),
  canRequest: true,
  writeTarget: markdown.writeTarget,
  writeAlt,
};

/** Beyond Markdown's escapes: braces begin code, and `<` a tag whatever follows. */
function writeAlt(alt: string): string {
  return markdown.writeAlt(alt).replace(/(\\?)([{<])/gu, String.raw`\$2`);
}
