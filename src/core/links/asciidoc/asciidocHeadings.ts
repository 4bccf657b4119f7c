/** The titles of AsciiDoc: `= Document`, `== Section`. */
import { plainAsciidoc } from '../../prompt/clean/plainAsciidoc.ts';
import { walkAsciidoc } from './findAsciidocImages.ts';
import type { Heading } from '../linkStyle.ts';

export function asciidocHeadings(text: string): readonly Heading[] {
  const headings: Heading[] = [];
  walkAsciidoc(text, (line, attributes) => {
    const title =
      line.kind === 'block' ? /^(?:={1,6}|#{1,6})\s+(\S.*?)(?:\s+[=#]{1,6})?\s*$/u.exec(line.text)?.[1] : undefined;
    if (title === undefined) return;
    headings.push({ start: line.start, text: plainAsciidoc(attributes.fill(title) ?? title) });
  });
  return headings;
}
