/** Images of Typst: `#image("path", alt: "…")`. */
import { findTypstImages } from './findTypstImages.ts';
import type { Link, LinkStyle, LinkTarget, LinkText } from '../linkStyle.ts';
import { oneLine } from '../oneLine.ts';
import { typstHeadings } from './typstHeadings.ts';
import { writeTypstString } from './typstString.ts';
import { writeTypstText } from './typstText.ts';

export const typst: LinkStyle = {
  write,
  writeFigure(link) {
    const image = write(link);
    const call = (image.before + image.alt + image.after).slice(1);
    return {
      before: `#figure(\n  ${call},\n  caption: [`,
      alt: writeTypstText(oneLine(link.alt)),
      after: '],\n)',
      inline: image,
      isBlock: true,
    };
  },
  find: findTypstImages,
  headings: typstHeadings,
  canRequest: true,
  writeTarget,
  writeAlt,
};

function write({ target, alt }: Link): LinkText {
  return { before: `#image("${writeTarget(target)}", alt: "`, alt: writeAlt(alt), after: '")' };
}

function writeAlt(alt: string): string {
  return writeTypstString(oneLine(alt));
}

function writeTarget(target: LinkTarget): string {
  return writeTypstString(target.type === 'path' ? target.path : target.uri);
}
