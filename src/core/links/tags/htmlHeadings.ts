/** The headings of a text of HTML. */
import { decodeEntities } from './entities.ts';
import type { Heading } from '../linkStyle.ts';
import { oneLine } from '../oneLine.ts';
import { scanHtml, wordsBetween } from './scanHtml.ts';

const heading = /^h[1-6]$/iu;

export function htmlHeadings(text: string): readonly Heading[] {
  const headings: Heading[] = [];
  let open: { readonly name: string; readonly start: number; readonly textStart: number } | undefined;
  scanHtml(text, {
    open({ name, start, end }) {
      if (heading.test(name)) open = { name: name.toLowerCase(), start, textStart: end };
    },
    close(name, start) {
      if (!open || open.name !== name) return;
      const words = oneLine(decodeEntities(wordsBetween(text, open.textStart, start)));
      if (words !== '') headings.push({ start: open.start, text: words });
      open = undefined;
    },
  });
  return headings;
}
