/** Figures of HTML and of what is written like it. */
import type { LinkText } from '../linkStyle.ts';

/**
 * @param caption escaped
 * @param gap what stands between image and caption, besides the line break
 */
export function figureElement(image: LinkText, caption: string, gap = ''): LinkText {
  return {
    before: `<figure>\n  ${image.before}${image.alt}${image.after}\n${gap}  <figcaption>`,
    alt: caption,
    after: '</figcaption>\n</figure>',
    inline: image,
    isBlock: true,
  };
}
