/** Fits links into their place: each in the form for it, its further lines indented, side by side or below each other. */
import type { LinkText } from '../links/linkStyle.ts';
import type { Insertion } from './insertion.ts';

/** The links with what stands between them; what `insertion` puts around them is not in here. @param eol the document's */
export function arrangeLinks(links: readonly LinkText[], insertion: Insertion, eol: string): readonly LinkText[] {
  const { indent = '', isInline = false } = insertion;
  const blank = indent.trimEnd();
  const fit = (text: string): string => {
    const lines = text.split(/\r\n?|\n/u);
    const isBlank = (line: string, index: number): boolean => line === '' && index < lines.length - 1;
    return lines.map((line, index) => (index === 0 ? '' : isBlank(line, index) ? blank : indent) + line).join(eol);
  };
  return links.map((link, index) => {
    const { before, alt, after } = isInline ? (link.inline ?? link) : link;
    const { separator = link.isBlock && !isInline ? eol + blank + eol + indent : ' ' } = insertion;
    return { before: (index === 0 ? '' : separator) + fit(before), alt, after: fit(after) };
  });
}
