/** A link by the setting `depict.link.template`: as the language has it, as its figure, or by the user's own pattern. */
import type { Variables } from '../names/expandVariables.ts';
import type { Link, LinkStyle, LinkText } from './linkStyle.ts';
import { markdown } from './markdown/markdown.ts';
import { oneLine } from './oneLine.ts';
import { writeTemplate } from './writeTemplate.ts';

/** Instead of a pattern: the language's own figure, where it has one. */
export const figureTemplate = 'figure';

/** Says that the language's own syntax is wanted, and no pattern. */
export function isOwnSyntax(template: string): boolean {
  return template === '' || template === figureTemplate;
}

/**
 * @param style of the language; Markdown's stands in for one that has none
 * @throws {ImageFailure} `unknownVariable` or `badPath`, see `expandVariables`
 */
export function writeLink(template: string, link: Link, style: LinkStyle | undefined, variables: Variables): LinkText {
  if (!isOwnSyntax(template)) return writeTemplate(template, link, style, variables, 'depict.link.template');
  const { write, writeFigure } = style ?? markdown;
  // Without words there is no caption.
  return template === figureTemplate && oneLine(link.alt) !== '' && writeFigure ? writeFigure(link) : write(link);
}
