/** What an image is called where nothing but its small picture is shown: on hover, and to those who do not see it. */
import type { PageStrings } from '../../core/sidebar/pageStrings.ts';
import type { ImageCard } from '../../core/sidebar/viewState.ts';
import { fill } from '../page/fill.ts';

/** @param difference what tells it from its neighbours, in words */
export function imageName(
  { alt, favourite, deleted }: Pick<ImageCard, 'alt' | 'favourite' | 'deleted'>,
  difference: string,
  { gallery, image }: Pick<PageStrings, 'gallery' | 'image'>,
): string {
  return [fill(gallery.option, alt, difference), favourite && image.favourite, deleted && image.deleted]
    .filter(Boolean)
    .join(', ');
}
