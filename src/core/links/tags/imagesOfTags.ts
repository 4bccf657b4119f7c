/** Which tags of a file with components are images. */
import type { Tag } from './htmlTag.ts';
import { imageOfTag } from './imageTag.ts';
import type { FoundLink } from '../linkStyle.ts';

/** The element, and components of Next, Astro, Gatsby, Nuxt and SvelteKit that take the same attributes. */
const imageTags: ReadonlySet<string> = new Set(
  'img Image Img Picture StaticImage NuxtImg NuxtPicture enhanced:img'.split(' '),
);

/** In the order of the text. */
export function imagesOfTags(tags: readonly Tag[]): readonly FoundLink[] {
  return tags
    .flatMap((tag) => (imageTags.has(tag.name) ? (imageOfTag(tag) ?? []) : []))
    .toSorted((a, b) => a.start - b.start);
}
