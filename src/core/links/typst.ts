/** Images of Typst: `#image("path", alt: "…")`. */
import { findTypstImages } from './findTypstImages.ts';
import type { LinkStyle, LinkTarget } from './linkStyle.ts';
import { oneLine } from './oneLine.ts';
import { typstHeadings } from './typstHeadings.ts';
import { writeTypstString } from './typstString.ts';

export const typst: LinkStyle = {
  write: ({ target, alt }) => ({ before: `#image("${writeTarget(target)}", alt: "`, alt: writeAlt(alt), after: '")' }),
  find: findTypstImages,
  headings: typstHeadings,
  canRequest: true,
  writeTarget,
  writeAlt,
};

function writeAlt(alt: string): string {
  return writeTypstString(oneLine(alt));
}

function writeTarget(target: LinkTarget): string {
  return writeTypstString(target.type === 'path' ? target.path : target.uri);
}
