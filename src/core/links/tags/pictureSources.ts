/**
 * The words and the size of what a `<source>` offers instead of the `<img>` that stands behind it in the same
 * `<picture>`: the same picture for another screen, or another one that shows the same.
 */
import type { FoundLink } from '../linkStyle.ts';
import type { Candidate } from './srcset.ts';

/** A link that a tag is, or of which one tag alone does not tell all. */
export interface TagImage extends FoundLink {
  /** Of a `<source>`. */
  readonly offered?: Candidate;
}

/** Pixels. */
interface Size {
  readonly width?: number;
  readonly height?: number;
}

/** A source that no image follows shows nothing: it is of a video, or of a picture without an image. */
export function describeSources(text: string, images: readonly TagImage[]): readonly FoundLink[] {
  if (images.every(({ offered }) => offered === undefined)) return images;
  const described: FoundLink[] = [];
  let image: TagImage | undefined;
  let next = text.length;
  // From the back: what stands between two is looked at once.
  for (const one of images.toReversed()) {
    if (/<\/(?:picture|video|audio)/iu.test(text.slice(one.end, next))) image = undefined;
    next = one.start;
    const { offered, ...source } = one;
    if (!offered) {
      described.push(one);
      // What the image itself offers stands within its tag, and has sizes of its own.
      if (!image || text.startsWith('<', one.start)) image = one;
      continue;
    }
    if (image) described.push(withWords(source, offered, image));
  }
  return described.toReversed();
}

function withWords(source: FoundLink, candidate: Candidate, image: FoundLink): FoundLink {
  const { alt, caption } = image;
  const own = source.width !== undefined && source.height !== undefined;
  return {
    ...source,
    ...(own ? {} : sizeOf(candidate, image)),
    alt,
    ...(caption === undefined ? {} : { caption }),
  };
}

/** @param shown the size that the picture takes on the page */
export function sizeOf({ width, density = 1 }: Candidate, shown: Size): Size {
  const isKnown = shown.width !== undefined && shown.height !== undefined && shown.width > 0;
  if (width !== undefined) {
    return isKnown ? { width, height: Math.round((width * (shown.height ?? 0)) / (shown.width ?? 1)) } : { width };
  }
  if (!isKnown) return {};
  return { width: Math.round((shown.width ?? 0) * density), height: Math.round((shown.height ?? 0) * density) };
}
