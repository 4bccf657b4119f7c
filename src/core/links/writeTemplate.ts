/** A link by the user's own pattern, the setting `depict.link.template`. */
import { expandVariables, type Variables } from '../names/expandVariables.ts';
import type { Link, LinkStyle, LinkText } from './linkStyle.ts';
import { oneLine } from './oneLine.ts';

/**
 * Fills `${path}`, `${alt}`, `${width}`, `${height}` and whatever else `variables` has. Path and alt text are written as
 * the language writes them; without a style of its own, the path as it is and the alt text as one line of plain text.
 * The first plain `${alt}` is the `alt` of the result.
 * @param name the setting's name, for the failure
 * @throws {ImageFailure} `unknownVariable` or `badPath`, see `expandVariables`
 */
export function writeTemplate(
  template: string,
  link: Link,
  style: LinkStyle | undefined,
  variables: Variables,
  name: string,
): LinkText {
  const { target, width, height } = link;
  const alt = style ? style.writeAlt(link.alt) : oneLine(link.alt);
  const path = style?.writeTarget(target) ?? (target.type === 'path' ? target.path : target.uri);
  const values = { ...variables, path, alt, width: String(width), height: String(height) };
  const first = template.search(/(?<!\\)\$\{alt\}/u);
  if (first < 0) return { before: expandVariables(template, values, name), alt: '', after: '' };
  return {
    before: expandVariables(template.slice(0, first), values, name),
    alt,
    after: expandVariables(template.slice(first + '${alt}'.length), values, name),
  };
}
