/** Image links in front matter: the covers, thumbnails and previews of site generators. */
import { decodePath } from '../encodePath.ts';
import { frontMatterEntries, type Entry, type Mapping } from './frontMatterEntries.ts';
import type { FrontMatter } from './frontMatterText.ts';
import type { FoundLink } from '../linkStyle.ts';
import { oneLine } from '../oneLine.ts';

/** How keys end, in small letters and without marks between words: `ogImage`, `hero-img`, `jupyterScreenshot`, `image_path`. */
const imageKey =
  /(?:image|img|cover|thumbnail|thumb|banner|hero|teaser|preview|poster|photo|picture|screenshot)s?(?:path|url|src|file)?$|^(?:featured|overlay)$/u;
/** Below one of those, as Hugo's and Jekyll's themes have it: `cover: { image: … }`, `image: { path: … }`. */
const pathKeys: ReadonlySet<string> = new Set(['src', 'path', 'url', 'file', 'feature']);

/** Others say `image: true` or name an image of Docker. */
const imageEnding = /\.(?:png|jpe?g|webp|gif|avif|bmp|svg)(?:[?#].*)?$/iu;

export function frontMatterImages(text: string, frontMatter: FrontMatter): readonly FoundLink[] {
  const entries = frontMatterEntries(text, frontMatter);
  const title = entries.find(({ mapping, key }) => mapping.key === '' && key === 'title')?.value ?? '';
  const words = wordsByMapping(entries);
  return entries.filter(isImage).map((entry): FoundLink => {
    const { value, start, end } = entry;
    const beside = words.get(entry.mapping);
    const path = decodePath(value);
    const caption = oneLine(beside?.get('caption') ?? '');
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
      ...(isBare && !path.includes('/') ? { isBareName: true } : {}),
      alt: oneLine(beside?.get('alt') ?? beside?.get(`${plainKey(entry.key)}alt`) ?? title),
      ...(caption === '' ? {} : { caption }),
    };
  });
}

function isImage({ mapping, key, value }: Entry): boolean {
  if (!imageEnding.test(value)) return false;
  return imageKey.test(plainKey(key)) || (pathKeys.has(plainKey(key)) && imageKey.test(plainKey(mapping.key)));
}

/** By their keys; the first of a name counts. */
function wordsByMapping(entries: readonly Entry[]): ReadonlyMap<Mapping, ReadonlyMap<string, string>> {
  const all = new Map<Mapping, Map<string, string>>();
  for (const { mapping, key, value } of entries) {
    const words = all.get(mapping) ?? new Map<string, string>();
    all.set(mapping, words);
    if (!words.has(plainKey(key))) words.set(plainKey(key), value);
  }
  return all;
}

function plainKey(key: string): string {
  return key.toLowerCase().replace(/[\s_.-]+/gu, '');
}
