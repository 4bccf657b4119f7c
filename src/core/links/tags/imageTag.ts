/** The links that an `<img>`, a `<source>` or a `<video>` is, in HTML and whatever writes its attributes alike. */
import { decodePath } from '../encodePath.ts';
import { decodeEntities } from './entities.ts';
import { openingTagAt, type Attribute, type Tag } from './htmlTag.ts';
import type { FoundLink } from '../linkStyle.ts';
import { oneLine } from '../oneLine.ts';
import { sizeOf, type TagImage } from './pictureSources.ts';
import { siteUrl } from './siteUrl.ts';
import { srcsetCandidates, type Candidate } from './srcset.ts';
import { writtenOutCode } from './writtenOutCode.ts';

type Place = Pick<FoundLink, 'target' | 'targetStart' | 'targetEnd' | 'path'>;

/** In the order of the text; empty for a tag that names none, or that a program fills in. */
export function imagesOfTag(tag: Tag): readonly TagImage[] {
  if (tag.name.toLowerCase() === 'source') return candidatesOf(tag).map(([link, offered]) => ({ ...link, offered }));
  if (tag.name === 'ThemedImage') return themesOf(tag);
  const image = imageOfTag(tag);
  const others = candidatesOf(tag).map(([link]) => link);
  return (image ? [image, ...others] : others).toSorted((a, b) => a.targetStart - b.targetStart);
}

function imageOfTag({ name, attributes, start, end }: Tag): FoundLink | undefined {
  const picture = attributes.find(isPictureOfComponent);
  const source =
    sourceOf(attributes, /^video$/iu.test(name) ? 'poster' : 'src') ??
    (/^[A-Z]/u.test(name) && picture?.text !== undefined ? placeOf(picture.text, picture.start) : undefined);
  if (!source) return undefined;
  const { path } = source;
  // Where a component takes a bare path from, only its code tells: mostly from the site's root.
  const isOpen = /^[A-Z]/u.test(name) && !/^img$/iu.test(name) && path !== undefined && !/^\.{0,2}\/|^@/u.test(path);
  return { start, end, ...source, ...(isOpen ? { otherPaths: [`/${path}`] } : {}), ...wordsAndSize(attributes) };
}

function wordsAndSize(attributes: readonly Attribute[]): Pick<FoundLink, 'alt' | 'caption' | 'width' | 'height'> {
  const caption = oneLine(wordsOf(attributes, 'title'));
  const width = pixelsOf(attributes, 'width');
  const height = pixelsOf(attributes, 'height');
  return {
    alt: wordsOf(attributes, 'alt'),
    ...(caption === '' ? {} : { caption }),
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
  };
}

/** `<Card image="/x.png">`: whatever the component makes of it, it is the path of a picture. */
export function isPictureOfComponent({ name, text }: Attribute): boolean {
  return (
    /^(?:img|image|cover|thumbnail|poster)$/u.test(name) &&
    /^\.{0,2}\/[^/].*\.(?:png|jpe?g|webp|gif|avif)$/iu.test(text ?? '')
  );
}

const written = /(useBaseUrl\(\s{0,20})?(["'`])([^"'`\\$\n]{1,500}\.(?:png|jpe?g|webp|gif|avif))\2/giu;

/** Docusaurus' `sources={{ light: '…', dark: useBaseUrl('…') }}`. */
function themesOf({ attributes }: Tag): readonly FoundLink[] {
  const sources = attributes.find(({ name, code }) => name === 'sources' && code !== undefined);
  if (sources?.code === undefined) return [];
  return Array.from(sources.code.matchAll(written), ({ 0: whole, 1: call, 2: quote = '', 3: target = '', index }) => {
    const start = sources.start + 1 + index + whole.indexOf(quote) + 1;
    const place = placeOf(target, start);
    const isFromRoot = call !== undefined && place.path !== undefined && !place.path.startsWith('/');
    const path = isFromRoot ? `/${place.path}` : place.path;
    return { start, end: place.targetEnd, ...place, path, ...wordsAndSize(attributes) };
  });
}

/** What a `srcset` names besides: each stands where its address does. */
function candidatesOf({ attributes }: Tag): readonly (readonly [FoundLink, Candidate])[] {
  const set = attributes.find(({ name, text }) => name.toLowerCase() === 'srcset' && text?.trim());
  if (set?.text === undefined) return [];
  const { alt, caption, ...shown } = wordsAndSize(attributes);
  const words = { alt, ...(caption === undefined ? {} : { caption }) };
  return srcsetCandidates(set.text).map((candidate) => {
    const place = placeOf(set.text?.slice(candidate.start, candidate.end) ?? '', set.start + candidate.start);
    const link = { start: place.targetStart, end: place.targetEnd, ...place, ...words, ...sizeOf(candidate, shown) };
    return [link, candidate];
  });
}

/** `src="…"` or what stands for it, what JSX has in braces, and what Vue binds, where that is written out. */
function sourceOf(attributes: readonly Attribute[], source: 'src' | 'poster' = 'src'): Place | undefined {
  const words = attributes.find(({ name, text }) => name.toLowerCase() === source && text?.trim());
  if (words?.text !== undefined) return placeOf(words.text, words.start);
  const braces = attributes.find(({ name, code }) => name === source && code !== undefined);
  const bound = attributes.find(
    ({ name, text }) => /^(?:v-bind)?:\w+$/u.test(name) && name.endsWith(`:${source}`) && text?.includes('('),
  );
  const written = writtenOutCode(braces?.code ?? bound?.text ?? '');
  if (!written) return undefined;
  const targetStart = (braces ? braces.start + 1 : (bound?.start ?? 0)) + written.start;
  const { target, path } = written;
  return { target, targetStart, targetEnd: targetStart + target.length, path };
}

/** @param start where it stands */
function placeOf(written: string, start: number): Place {
  const site = siteUrl(written);
  if (site) {
    const targetStart = start + site.start;
    return { target: site.target, targetStart, targetEnd: targetStart + site.target.length, path: site.path };
  }
  const target = decodeEntities(written).trim();
  return { target, targetStart: start, targetEnd: start + written.length, path: decodePath(target) };
}

/** What the `<img` tag that begins at `start` says of its picture; empty where it is no tag or does not end. */
export function altOfTagAt(text: string, start: number): string {
  const tag = openingTagAt(text, start);
  return tag && sourceOf(tag.attributes) ? wordsOf(tag.attributes, 'alt') : '';
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
