/** The images of a piece of HTML that another language passes on: to Sphinx's pages, mostly. */
import { findHtmlImages } from './findHtmlImages.ts';
import type { FoundLink } from '../linkStyle.ts';

/** Where a site that Sphinx has built keeps the pictures of its pages. */
const builtBySphinx = /(?:^|\/)_images\//u;

/** @param from where the piece begins in the document, and `to` where it ends */
export function rawHtmlImages(text: string, from: number, to: number): readonly FoundLink[] {
  return findHtmlImages(text.slice(from, to)).map((link) => ({
    ...link,
    start: link.start + from,
    end: link.end + from,
    targetStart: link.targetStart + from,
    targetEnd: link.targetEnd + from,
    ...(builtBySphinx.test(link.target) ? { isOutput: true } : {}),
  }));
}
