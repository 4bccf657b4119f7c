/**
 * Finds `<img>`, the `<source>` of pictures and the poster of videos in HTML. `og:image` and icons stay out: in 80 repositories of
 * documentation, none of 87 `og:image` was a path (they are complete addresses, or templates), and of 229 icons 193 were
 * drawings or `.ico`; the rest are one logo in many small sizes, which no model makes.
 */
import { decodeEntities } from './entities.ts';
import { imagesOfTag } from './imageTag.ts';
import { anyTagImage, isImageTag } from './imagesOfTags.ts';
import type { FoundLink } from '../linkStyle.ts';
import { oneLine } from '../oneLine.ts';
import { describeSources, type TagImage } from './pictureSources.ts';
import { scanHtml, wordsBetween } from './scanHtml.ts';

export function findHtmlImages(text: string): readonly FoundLink[] {
  const found: TagImage[] = [];
  if (!anyTagImage.test(text)) return found;
  /** How many images were found in front of the figure. */
  let figure: number | undefined;
  let captionStart: number | undefined;
  let caption = '';
  scanHtml(text, {
    open(tag) {
      const name = tag.name.toLowerCase();
      if (isImageTag(tag)) found.push(...imagesOfTag(tag));
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
  return describeSources(text, found);
}
