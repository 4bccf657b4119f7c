/** Images of Svelte and Astro: those of HTML, but that a brace in an attribute begins code. */
import { writeAlt as writeHtmlAlt, writeTarget as writeHtmlTarget } from './attributeText.ts';
import { figureElement } from './figureElement.ts';
import { imagesOfTags } from './imagesOfTags.ts';
import { describeSources } from './pictureSources.ts';
import type { FoundLink, Link, LinkStyle, LinkTarget, LinkText } from '../linkStyle.ts';
import { scanJsx } from './scanJsx.ts';

export const svelte: LinkStyle = {
  write,
  writeFigure: (link) => figureElement(write(link), writeAlt(link.alt).replaceAll('}', '&#125;')),
  find: findImages,
  writeTarget,
  writeAlt,
};

function write({ target, alt, width, height }: Link): LinkText {
  return {
    before: `<img src="${writeTarget(target)}" alt="`,
    alt: writeAlt(alt),
    after: `" width="${width}" height="${height}" />`,
  };
}

/** In attributes with code, such as `src="/{name}.png"`, there is no path. */
function findImages(text: string): readonly FoundLink[] {
  const { tags } = scanJsx(text, 'markup', /^---[ \t]*[\r\n]/u.test(text) ? frontMatterEnd(text) : 0);
  const written = tags.map((tag) => ({
    ...tag,
    attributes: tag.attributes.filter((each) => !each.text?.includes('{')),
  }));
  return describeSources(text, imagesOfTags(written));
}

/** Astro's is code. */
function frontMatterEnd(text: string): number {
  const closing = /^---[ \t]*$/gmu;
  closing.lastIndex = 3;
  return closing.test(text) ? closing.lastIndex : 0;
}

function writeAlt(alt: string): string {
  return writeHtmlAlt(alt).replaceAll('{', '&#123;');
}

function writeTarget(target: LinkTarget): string {
  return writeHtmlTarget(target).replaceAll('{', '%7B');
}
