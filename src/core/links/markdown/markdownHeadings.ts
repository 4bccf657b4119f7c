/** The headings of a document of Markdown, in its own syntax and in HTML. */
import { offsetAt } from '../../commonmark/mappedText.ts';
import { parseBlocks } from '../../commonmark/parseBlocks.ts';
import { cleanInline } from '../../prompt/clean/cleanInline.ts';
import { frontMatterOf } from './frontMatterText.ts';
import { htmlHeadings } from '../tags/htmlHeadings.ts';
import type { Heading } from '../linkStyle.ts';
import { commonMark, type MarkdownDialect } from './markdownDialect.ts';
import { oneLine } from '../oneLine.ts';

export function markdownHeadings(text: string, dialect: MarkdownDialect = commonMark): readonly Heading[] {
  const { blocks } = parseBlocks(text, frontMatterOf(text)?.textStart ?? 0, {
    ...dialect.blockRules(text, []),
    isWanted: (line, type) => type === 'heading' || (type === 'html' && /<h[1-6]/iu.test(line)),
  });
  const headings: Heading[] = [];
  for (const { type, content } of blocks) {
    if (type === 'heading') {
      const words = oneLine(cleanInline(content.text.replace(attributes, '')));
      if (words !== '') headings.push({ start: offsetAt(content, 0), text: words });
    } else if (type === 'html') {
      for (const { start, text: words } of htmlHeadings(content.text)) {
        headings.push({ start: offsetAt(content, start), text: words });
      }
    }
  }
  return headings;
}

/** An identifier behind the words, as many site generators have it. */
const attributes = /\s*\{\s*[#.][^{}]*\}\s*$/u;
