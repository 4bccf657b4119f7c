/** Which tags of a file with components are images. */
import { imageEnding } from '../../names/imageEnding.ts';
import type { Tag } from './htmlTag.ts';
import { imagesOfTag, isPictureOfComponent } from './imageTag.ts';
import type { TagImage } from './pictureSources.ts';

/** The element, and components of Next, Astro, Gatsby, Nuxt and SvelteKit that take the same attributes. */
const imageTags: ReadonlySet<string> = new Set(
  'img source Image Img Picture StaticImage NuxtImg NuxtPicture enhanced:img'.split(' '),
);

/** Any other component shows a picture if it takes one and words for those who do not see it. */
const component = /^[A-Z]\w*[a-z]\w*$/u;
const pictureName = /image|img|picture|photo|figure|screenshot|thumbnail/iu;

/** A text without it has no such tag. */
export const anyTagImage = /\b(?:src(?:set)?|poster|img|image|cover|thumbnail|sources)\s*=/iu;

export function isImageTag({ name, attributes }: Tag): boolean {
  if (imageTags.has(name) || /^(?:img|source|video)$/iu.test(name)) return true;
  if (!component.test(name)) return false;
  if (name === 'ThemedImage' || attributes.some(isPictureOfComponent)) return true;
  const isPicture = attributes.some((each) => each.name === 'src' && imageEnding.test(each.text ?? ''));
  return isPicture && (pictureName.test(name) || attributes.some((each) => each.name === 'alt'));
}

/** In the order of the text; `describeSources` has to follow. */
export function imagesOfTags(tags: readonly Tag[]): readonly TagImage[] {
  return tags.flatMap((tag) => (isImageTag(tag) ? imagesOfTag(tag) : [])).toSorted((a, b) => a.start - b.start);
}
