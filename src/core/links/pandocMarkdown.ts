/** Images of Quarto and R Markdown: Markdown's, and those that R includes. */
import { findMarkdownImages } from './findMarkdownImages.ts';
import type { LinkStyle } from './linkStyle.ts';
import { markdown } from './markdown.ts';
import { markdownHeadings } from './markdownHeadings.ts';
import { pandocDialect } from './pandocDialect.ts';

export const pandocMarkdown: LinkStyle = {
  ...markdown,
  find: (text) => findMarkdownImages(text, pandocDialect),
  headings: (text) => markdownHeadings(text, pandocDialect),
};
