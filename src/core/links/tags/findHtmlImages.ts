/** Finds `<img>` tags in HTML. `srcset` and `<source>` only offer the same picture in other sizes, so they stay out. */
import { decodeEntities } from './entities.ts';
import { imageOfTag } from './imageTag.ts';
import type { FoundLink } from '../linkStyle.ts';
import { oneLine } from '../oneLine.ts';
import { scanHtml, wordsBetween } from './scanHtml.ts';

const anyImage = /<img[\s/]/iu;

export function findHtmlImages(text: string): readonly FoundLink[] {
  const found: FoundLink[] = [];
  if (!anyImage.test(text)) return found;
  /** How many images were found in front of the figure. */
  let figure: number | undefined;
  let captionStart: number | undefined;
  let caption = '';
  scanHtml(text, {
    open(tag) {
      const name = tag.name.toLowerCase();
      const link = name === 'img' ? imageOfTag(tag) : undefined;
      if (link) found.push(link);
      if (name === 'figure') {
        figure = found.length;
        caption = '';
      } else if (name === 'figcaption') captionStart = tag.end;
    },
    close(name, start) {
      if (name === 'figcaption' && captionStart !== undefined) {
        caption ||= oneLine(decodeEntities(wordsBetween(text, captionStart, start)));
        captionStart = undefined;
      } else if (name === 'figure' && figure !== undefined) {
        const inFigure = found.splice(figure);
        found.push(...(caption === '' ? inFigure : inFigure.map((link) => ({ ...link, caption }))));
        figure = undefined;
      }
    },
  });
  return found;
}
