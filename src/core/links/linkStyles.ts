/** Which language writes image links how, by VS Code's language ids. */
import { asciidoc } from './asciidoc/asciidoc.ts';
import { css, cssWithLineComments } from './css/css.ts';
import { html } from './tags/html.ts';
import { jsx } from './tags/jsx.ts';
import { latex } from './latex/latex.ts';
import type { LinkStyle } from './linkStyle.ts';
import { markdown } from './markdown/markdown.ts';
import { mdx } from './markdown/mdx.ts';
import { org } from './org/org.ts';
import { quarto } from './markdown/quarto.ts';
import { restructuredText } from './rst/restructuredText.ts';
import { svelte } from './tags/svelte.ts';
import { typst } from './typst/typst.ts';
import { vue } from './tags/vue.ts';

/** A language that is not here is not edited: its user is offered to copy the link. */
export const linkStyles = {
  markdown,
  quarto,
  rmd: quarto,
  mdx,
  html,
  restructuredtext: restructuredText,
  rst: restructuredText,
  asciidoc,
  latex,
  tex: latex,
  typst,
  org,
  javascriptreact: jsx,
  typescriptreact: jsx,
  vue,
  svelte,
  astro: svelte,
  css,
  scss: cssWithLineComments,
  less: cssWithLineComments,
} as const satisfies Readonly<Record<string, LinkStyle>>;

export function linkStyleFor(languageId: string): LinkStyle | undefined {
  const styles: Readonly<Record<string, LinkStyle>> = linkStyles;
  return Object.hasOwn(styles, languageId) ? styles[languageId] : undefined;
}
