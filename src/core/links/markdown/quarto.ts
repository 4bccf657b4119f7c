/** Images of Quarto and R Markdown: those of Markdown as pandoc reads it, which takes more for markup, and those that R includes. */
import { findMarkdownImages } from './findMarkdownImages.ts';
import type { Link, LinkStyle, LinkText } from '../linkStyle.ts';
import { markdown } from './markdown.ts';
import { markdownHeadings } from './markdownHeadings.ts';
import { oneLine } from '../oneLine.ts';
import { outsideTemplates } from './outsideTemplates.ts';
import { pandocDialect } from './pandocDialect.ts';

export const quarto: LinkStyle = {
  ...markdown,
  find: (text) => findMarkdownImages(text, pandocDialect),
  headings: (text) => markdownHeadings(text, pandocDialect),
  write,
  // An image that is a paragraph is a figure, and its words are the caption.
  writeFigure(link) {
    const image = write(link);
    return { ...image, after: `${image.after}{fig-alt="${writeValue(link.alt)}"}`, inline: image, isBlock: true };
  },
  writeAlt,
};

function write(link: Link): LinkText {
  return { ...markdown.write(link), alt: writeAlt(link.alt) };
}

/** Of an attribute. Whoever knows no attributes takes it for text, and must find no links in there. */
function writeValue(alt: string): string {
  return outsideTemplates(oneLine(alt).replace(/["\\&[\]<]/gu, String.raw`\$&`));
}

/**
 * Beyond Markdown's escapes: superscripts, subscripts and formulas, also one mark alone, which may pair with one outside;
 * citations; and each backslash, since `\word` is a command of TeX.
 */
function writeAlt(alt: string): string {
  return markdown
    .writeAlt(alt)
    .replace(/\\([!-/:-@[-`{-~])|\\|[$~^]|@(?=[\p{L}\p{N}_{])/gu, (mark, escaped?: string) =>
      escaped === undefined ? `\\${mark}` : mark,
    );
}
