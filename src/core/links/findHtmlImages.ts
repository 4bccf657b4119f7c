/** Finds `<img>` tags in a line, of HTML or of Markdown. */
import { decodePath } from './encodePath.ts';
import { decodeEntities } from './entities.ts';
import type { FoundLink } from './linkStyle.ts';

// Sticky, so that each step goes on where the last one ended. No part can match the beginning of another.
const opening = /<img(?=[\s/>])/giu;
const attribute = /[\s/]+([A-Za-z_:@][\w.:@-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/uy;
const closing = /[\s/]*>/uy;

export function findHtmlImages(line: string): readonly FoundLink[] {
  const found: FoundLink[] = [];
  opening.lastIndex = 0;
  for (let match = opening.exec(line); match; match = opening.exec(line)) {
    const image = readImageTag(line, match.index);
    if (!image) continue;
    if (image.link) found.push(image.link);
    opening.lastIndex = image.end;
  }
  return found;
}

/**
 * The `<img` tag that begins at `start`, undefined where it is no tag or does not end in the line. A tag without
 * `src` has no link.
 */
export function readImageTag(line: string, start: number): { link?: FoundLink; end: number } | undefined {
  let target: { start: number; text: string } | undefined;
  let alt = '';
  let position = start + '<img'.length;
  for (;;) {
    attribute.lastIndex = position;
    const match = attribute.exec(line);
    if (!match) break;
    position = attribute.lastIndex;
    const [whole, name = '', double, single, bare] = match;
    const text = double ?? single ?? bare ?? '';
    const valueStart = match.index + whole.length - text.length - (bare === undefined ? 1 : 0);
    if (name.toLowerCase() === 'src' && text !== '') target ??= { start: valueStart, text };
    if (name.toLowerCase() === 'alt') alt ||= decodeEntities(text);
  }
  closing.lastIndex = position;
  if (!closing.test(line)) return undefined;
  const end = closing.lastIndex;
  if (!target) return { end };
  const decoded = decodeEntities(target.text).trim();
  return {
    end,
    link: {
      start,
      end,
      targetStart: target.start,
      targetEnd: target.start + target.text.length,
      target: decoded,
      path: decodePath(decoded),
      alt,
    },
  };
}
