/** MDX: Markdown in which tags are JSX, braces hold code, and neither HTML nor indented code is known. */
import type { BlockRules } from '../../commonmark/blockRules.ts';
import { anyTagImage, imagesOfTags } from '../tags/imagesOfTags.ts';
import type { TagReader } from './inlineImages.ts';
import type { FoundLink } from '../linkStyle.ts';
import type { TagImage } from '../tags/pictureSources.ts';
import type { MarkdownDialect } from './markdownDialect.ts';
import { scanJsx } from '../tags/scanJsx.ts';

export const mdxDialect: MarkdownDialect = {
  blockRules(text, found): Omit<BlockRules, 'isWanted'> {
    const read = createReader(text);
    return {
      hasIndentedCode: false,
      hasHtml: false,
      skip(offset, isTopLevel, isInParagraph) {
        if (isInParagraph) return undefined;
        if (isTopLevel && /^(?:import|export)[\s{*]/u.test(text.slice(offset, offset + 7))) {
          const end = moduleCodeEnd(text, offset, read);
          found.push(...importedImages(text, offset, end));
          return end;
        }
        const end = read(offset);
        if (end !== undefined) found.push(...imagesIn(text, offset));
        return end;
      },
    };
  },
  tagReader: createReader,
  imagesOfTag: imagesIn,
  anyImage: new RegExp(String.raw`!\[|${anyTagImage.source}|^import\s.*\.(?:png|jpe?g|gif|webp|avif)["']`, 'imu'),
};

function imagesIn(text: string, start: number): readonly TagImage[] {
  return /^<[A-Za-z]/u.test(text.slice(start, start + 2)) ? imagesOfTags(scanJsx(text, 'tag', start).tags) : [];
}

/** What never ends is searched for its end. A text with so many mistakes does not build: then all of them are text. */
const maxWasted = (length: number): number => 100_000 + 2 * length;

function createReader(text: string): TagReader {
  let wasted = 0;
  return (at) => {
    if (wasted > maxWasted(text.length)) return undefined;
    const end = endFrom(at);
    if (end === undefined) wasted += text.length - at;
    return end === 0 ? undefined : end;
  };

  /** 0 for what does not begin anything. */
  function endFrom(at: number): number | undefined {
    const begin = text.slice(at, at + 4);
    if (begin.startsWith('{')) return scanJsx(text, 'braces', at).end;
    // Docusaurus still takes these.
    if (begin === '<!--') return behind(text, '-->', at + 4);
    if (/^<\/[A-Za-z>]/u.test(begin)) return behind(text, '>', at);
    return /^<[A-Za-z>]/u.test(begin) ? scanJsx(text, 'tag', at).end : 0;
  }
}

function behind(text: string, mark: string, from: number): number | undefined {
  const found = text.indexOf(mark, from);
  return found < 0 ? undefined : found + mark.length;
}

const imported =
  /^import[ \t]+[\w$]+[ \t]+from[ \t]+(["'])((?:\.{1,2}|@site)\/[^"'\\?#\r\n]+\.(?:png|jpe?g|gif|webp|avif))\1[ \t]*;?[ \t]*$/gmu;

/** A picture that is imported from a file of its own: without the file, no page is built. */
function importedImages(text: string, from: number, to: number): readonly FoundLink[] {
  return Array.from(text.slice(from, to).matchAll(imported), ({ 0: whole, 1: quote = '', 2: target = '', index }) => {
    const start = from + index;
    const targetStart = start + whole.indexOf(quote) + 1;
    return {
      start,
      end: start + whole.length,
      targetStart,
      targetEnd: targetStart + target.length,
      target,
      path: target,
      alt: '',
    };
  });
}

const braceOrBlank = /\{|(?:\r\n|\n|\r)[ \t]*(?=[\r\n]|$)/gu;

/** Imports and exports end at a blank line outside of braces. */
function moduleCodeEnd(text: string, from: number, read: TagReader): number {
  let position = from;
  for (;;) {
    braceOrBlank.lastIndex = position;
    const match = braceOrBlank.exec(text);
    if (!match) return text.length;
    if (match[0] !== '{') return match.index;
    position = read(match.index) ?? match.index + 1;
  }
}
