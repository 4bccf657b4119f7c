/** Which language writes image links how, by VS Code's language ids. */
import { html } from './html.ts';
import type { LinkStyle } from './linkStyle.ts';
import { markdown } from './markdown.ts';

/** A language that is not here is not edited: its user is offered to copy the link. */
export const linkStyles = { markdown, quarto: markdown, rmd: markdown, html } as const satisfies Readonly<
  Record<string, LinkStyle>
>;

export function linkStyleFor(languageId: string): LinkStyle | undefined {
  const styles: Readonly<Record<string, LinkStyle>> = linkStyles;
  return Object.hasOwn(styles, languageId) ? styles[languageId] : undefined;
}
