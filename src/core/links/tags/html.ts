/** Images of HTML: `<img src="…" alt="…" width="…" height="…">`. */
import { writeAlt, writeTarget } from './attributeText.ts';
import { figureElement } from './figureElement.ts';
import { findHtmlImages } from './findHtmlImages.ts';
import { htmlHeadings } from './htmlHeadings.ts';
import type { Link, LinkStyle, LinkText } from '../linkStyle.ts';

export const html: LinkStyle = {
  write,
  writeFigure: (link) => figureElement(write(link), writeAlt(link.alt)),
  find: findHtmlImages,
  headings: htmlHeadings,
  canRequest: true,
  writeTarget,
  writeAlt,
};

/** Width and height keep the page from jumping when the picture arrives. */
function write({ target, alt, width, height }: Link): LinkText {
  return {
    before: `<img src="${writeTarget(target)}" alt="`,
    alt: writeAlt(alt),
    after: `" width="${width}" height="${height}">`,
  };
}
