/** Which language writes image links how, by VS Code's language ids. */
import { asciidoc } from './asciidoc.ts';
import { html } from './html.ts';
import { latex } from './latex.ts';
import type { LinkStyle } from './linkStyle.ts';
import { markdown } from './markdown.ts';
import { org } from './org.ts';
import { restructuredText } from './restructuredText.ts';
import { typst } from './typst.ts';

/** A language that is not here is not edited: its user is offered to copy the link. */
export const linkStyles = {
  markdown,
  html,
  restructuredtext: restructuredText,
  rst: restructuredText,
  asciidoc,
  latex,
  tex: latex,
  typst,
  org,
} as const satisfies Readonly<Record<string, LinkStyle>>;

export function linkStyleFor(languageId: string): LinkStyle | undefined {
  const styles: Readonly<Record<string, LinkStyle>> = linkStyles;
  return Object.hasOwn(styles, languageId) ? styles[languageId] : undefined;
}
