/** Image links of Quarto and R Markdown: those of Markdown as pandoc reads it, which takes more for markup. */
import type { LinkStyle } from './linkStyle.ts';
import { markdown } from './markdown.ts';

export const quarto: LinkStyle = {
  ...markdown,
  write: (link) => ({ ...markdown.write(link), alt: writeAlt(link.alt) }),
  writeAlt,
};

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
