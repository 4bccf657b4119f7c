/** Which language writes image links how, by VS Code's language ids. */
import { asciidoc } from './asciidoc.ts';
import { css, cssWithLineComments } from './css.ts';
import { html } from './html.ts';
import { jsx } from './jsx.ts';
import { latex } from './latex.ts';
import type { LinkStyle } from './linkStyle.ts';
import { markdown } from './markdown.ts';
import { mdx } from './mdx.ts';
import { org } from './org.ts';
import { quarto } from './quarto.ts';
import { restructuredText } from './restructuredText.ts';
import { svelte } from './svelte.ts';
import { typst } from './typst.ts';
import { vue } from './vue.ts';

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
