/** Images of HTML: `<img src="…" alt="…" width="…" height="…">`. */
import { encodePath, looksLikeUri } from './encodePath.ts';
import { findHtmlImages } from './findHtmlImages.ts';
import { htmlHeadings } from './htmlHeadings.ts';
import type { LinkStyle, LinkTarget } from './linkStyle.ts';
import { oneLine } from './oneLine.ts';

/** Width and height keep the page from jumping when the picture arrives. */
export const html: LinkStyle = {
  write: ({ target, alt, width, height }) => ({
    before: `<img src="${writeTarget(target)}" alt="`,
    alt: writeAlt(alt),
    after: `" width="${width}" height="${height}">`,
  }),
  find: findHtmlImages,
  headings: htmlHeadings,
  canRequest: true,
  writeTarget,
  writeAlt,
};

function writeAlt(alt: string): string {
  return escaped(oneLine(alt));
}

function writeTarget(target: LinkTarget): string {
  if (target.type === 'uri') return escaped(target.uri);
  return escaped(encodePath(looksLikeUri(target.path) ? `./${target.path}` : target.path));
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' };

function escaped(text: string): string {
  return text.replace(/[&"<>]/gu, (character) => entities[character] ?? character);
}
