/** The link that an `<img>` tag is, in HTML and whatever writes its attributes alike. */
import { decodePath } from '../encodePath.ts';
import { decodeEntities } from './entities.ts';
import { openingTagAt, type Attribute, type Tag } from './htmlTag.ts';
import type { FoundLink } from '../linkStyle.ts';
import { oneLine } from '../oneLine.ts';
import { siteUrl } from './siteUrl.ts';
import { writtenOutCode } from './writtenOutCode.ts';

/** Undefined for a tag without `src`, or one that a program fills in. */
export function imageOfTag({ attributes, start, end }: Omit<Tag, 'name'>): FoundLink | undefined {
  const source = sourceOf(attributes);
  if (!source) return undefined;
  const caption = oneLine(wordsOf(attributes, 'title'));
  const width = pixelsOf(attributes, 'width');
  const height = pixelsOf(attributes, 'height');
  return {
    start,
    end,
    ...source,
    alt: wordsOf(attributes, 'alt'),
    ...(caption === '' ? {} : { caption }),
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
  };
}

/** `src="…"`, what JSX has in braces, and what Vue binds, where that is written out. */
function sourceOf(
  attributes: readonly Attribute[],
): Pick<FoundLink, 'target' | 'targetStart' | 'targetEnd' | 'path'> | undefined {
  const words = attributes.find(({ name, text }) => name.toLowerCase() === 'src' && text?.trim());
  if (words?.text !== undefined) {
    const site = siteUrl(words.text);
    if (site) {
      const targetStart = words.start + site.start;
      return { target: site.target, targetStart, targetEnd: targetStart + site.target.length, path: site.path };
    }
    const target = decodeEntities(words.text).trim();
    const targetEnd = words.start + words.text.length;
    return { target, targetStart: words.start, targetEnd, path: decodePath(target) };
  }
  const braces = attributes.find(({ name, code }) => name === 'src' && code !== undefined);
  const bound = attributes.find(({ name, text }) => /^(?:v-bind)?:src$/u.test(name) && text?.includes('('));
  const written = writtenOutCode(braces?.code ?? bound?.text ?? '');
  if (!written) return undefined;
  const targetStart = (braces ? braces.start + 1 : (bound?.start ?? 0)) + written.start;
  const { target, path } = written;
  return { target, targetStart, targetEnd: targetStart + target.length, path };
}

/** The `<img` tag that begins at `start`, undefined where it is no tag or does not end. */
export function readImageTag(text: string, start: number): { link?: FoundLink; end: number } | undefined {
  const tag = openingTagAt(text, start);
  if (!tag) return undefined;
  const link = imageOfTag(tag);
  return { ...(link ? { link } : {}), end: tag.end };
}

function wordsOf(attributes: readonly Attribute[], wanted: string): string {
  const found = attributes.find(({ name, text }) => name.toLowerCase() === wanted && text !== undefined && text !== '');
  return decodeEntities(found?.text ?? '');
}

/** `640`, `640px`, `{640}`; no shares of the page. */
function pixelsOf(attributes: readonly Attribute[], wanted: string): number | undefined {
  const found = attributes.find(({ name }) => name.toLowerCase() === wanted);
  const digits = /^\s*(\d{1,5})(?:px)?\s*$/u.exec(found?.text ?? found?.code ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}
