/** Fits links into their place: each in the form for it, its further lines indented, side by side or below each other. */
import type { LinkText } from '../links/linkStyle.ts';
import type { Insertion } from './insertion.ts';

/** The links with what stands between them; what `insertion` puts around them is not in here. @param eol the document's */
export function arrangeLinks(links: readonly LinkText[], insertion: Insertion, eol: string): readonly LinkText[] {
  const { indent = '', separator = ' ', isInline = false } = insertion;
  const fit = (text: string): string => text.replace(/\r\n?|\n/gu, eol + indent);
  return links.map((link, index) => {
    const { before, alt, after } = isInline ? (link.inline ?? link) : link;
    return { before: (index === 0 ? '' : separator) + fit(before), alt, after: fit(after) };
  });
}
