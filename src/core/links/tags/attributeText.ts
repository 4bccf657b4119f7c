/** Targets and alt texts as they stand between the quotes of an attribute, in HTML and in JSX, which reads entities too. */
import { encodePath, looksLikeUri } from '../encodePath.ts';
import type { LinkTarget } from '../linkStyle.ts';
import { oneLine } from '../oneLine.ts';

export function writeAlt(alt: string): string {
  return escaped(oneLine(alt));
}

export function writeTarget(target: LinkTarget): string {
  if (target.type === 'uri') return escaped(target.uri);
  return escaped(encodePath(looksLikeUri(target.path) ? `./${target.path}` : target.path));
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };

function escaped(text: string): string {
  return text.replace(/[&"<>]/gu, (character) => entities[character] ?? character);
}
