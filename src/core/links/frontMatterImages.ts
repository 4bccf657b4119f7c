/** Image links in front matter: the covers, thumbnails and previews of site generators. */
import { decodePath } from './encodePath.ts';
import { frontMatterEntries, type Entry } from './frontMatterEntries.ts';
import type { FrontMatter } from './frontMatterText.ts';
import type { FoundLink } from './linkStyle.ts';
import { oneLine } from './oneLine.ts';

/** Small letters only, without marks between words. */
const imageKeys: ReadonlySet<string> = new Set(
  (
    'cover image images thumbnail thumb featuredimage featureimage featured ogimage coverimage heroimage hero banner ' +
    'bannerimage headerimage headerimg overlayimage socialimage twitterimage cardimage previewimage preview teaser ' +
    'titleimage mainimage postimage backgroundimage poster photo picture'
  ).split(' '),
);
/** Below one of those, as Hugo's and Jekyll's themes have it: `cover: { image: … }`, `image: { path: … }`. */
const pathKeys: ReadonlySet<string> = new Set(['src', 'path', 'url', 'file', 'feature']);

/** Others say `image: true` or name an image of Docker. */
const imageEnding = /\.(?:png|jpe?g|webp|gif|avif|bmp|svg)(?:[?#].*)?$/iu;

export function frontMatterImages(text: string, frontMatter: FrontMatter): readonly FoundLink[] {
  const entries = frontMatterEntries(text, frontMatter);
  const title = entries.find(({ mapping, key }) => mapping.key === '' && key === 'title')?.value ?? '';
  return entries.filter(isImage).map((entry): FoundLink => {
    const { value, start, end } = entry;
    const path = decodePath(value);
    const caption = oneLine(siblingOf(entry, entries, ['caption']) ?? '');
    // Themes look for it below the site's root, too.
    const isBare = path !== undefined && !/^\.{0,2}\//u.test(path);
    return {
      start,
      end,
      targetStart: start,
      targetEnd: end,
      target: value,
      path,
      ...(isBare ? { otherPaths: [`/${path}`] } : {}),
      alt: oneLine(siblingOf(entry, entries, ['alt', `${plainKey(entry.key)}alt`]) ?? title),
      ...(caption === '' ? {} : { caption }),
    };
  });
}

function isImage({ mapping, key, value }: Entry): boolean {
  if (!imageEnding.test(value)) return false;
  return imageKeys.has(plainKey(key)) || (pathKeys.has(plainKey(key)) && imageKeys.has(plainKey(mapping.key)));
}

function siblingOf(entry: Entry, entries: readonly Entry[], keys: readonly string[]): string | undefined {
  return entries.find(({ mapping, key }) => mapping === entry.mapping && keys.includes(plainKey(key)))?.value;
}

function plainKey(key: string): string {
  return key.toLowerCase().replace(/[\s_.-]+/gu, '');
}
