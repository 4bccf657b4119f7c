/** Images of HTML: `<img src="…" alt="…" width="…" height="…">`. */
import { writeAlt, writeTarget } from './attributeText.ts';
import { findHtmlImages } from './findHtmlImages.ts';
import { htmlHeadings } from './htmlHeadings.ts';
import type { LinkStyle } from './linkStyle.ts';

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
