/** Which tags of a file with components are images. */
import type { Tag } from './htmlTag.ts';
import { imagesOfTag } from './imageTag.ts';
import type { TagImage } from './pictureSources.ts';

/** The element, and components of Next, Astro, Gatsby, Nuxt and SvelteKit that take the same attributes. */
const imageTags: ReadonlySet<string> = new Set(
  'img source Image Img Picture StaticImage NuxtImg NuxtPicture enhanced:img'.split(' '),
);

/** In the order of the text; `describeSources` has to follow. */
export function imagesOfTags(tags: readonly Tag[]): readonly TagImage[] {
  return tags.flatMap((tag) => (imageTags.has(tag.name) ? imagesOfTag(tag) : [])).toSorted((a, b) => a.start - b.start);
}
