/** Images of JSX: `<img src="…" alt="…" width={640} height={480} />`, and components that take the same attributes. */
import { writeAlt, writeTarget } from './attributeText.ts';
import { figureElement } from './figureElement.ts';
import { imagesOfTags } from './imagesOfTags.ts';
import { describeSources } from './pictureSources.ts';
import type { Link, LinkStyle, LinkText } from '../linkStyle.ts';
import { scanJsx } from './scanJsx.ts';

export const jsx: LinkStyle = {
  write,
  writeFigure: (link) =>
    figureElement(
      write(link),
      writeAlt(link.alt).replace(/[{}]/gu, (brace) => braces[brace] ?? brace),
    ),
  find: (text) =>
    /<[\w:]*(?:img|image|picture)/iu.test(text) ? describeSources(text, imagesOfTags(scanJsx(text, 'code').tags)) : [],
  writeTarget,
  writeAlt,
};

/** In text, where they are code. */
const braces: Readonly<Record<string, string>> = { '{': '&#123;', '}': '&#125;' };

/** Braces and backslashes are themselves between quotes, and entities are read. */
function write({ target, alt, width, height }: Link): LinkText {
  return {
    before: `<img src="${writeTarget(target)}" alt="`,
    alt: writeAlt(alt),
    after: `" width={${width}} height={${height}} />`,
  };
}
