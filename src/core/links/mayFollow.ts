/** Whether a path that a document names may be looked at: what stands in a document is a stranger's word. */
import { isInside, segmentsOf } from '../names/uriPath.ts';

const imageEnding = /\.(?:png|jpe?g|webp|gif|avif|bmp|svg|ico)$/iu;

/** Only images are shown. */
export function mayFollow(path: string): boolean {
  return imageEnding.test(path);
}

/** What is served from these, everybody sees. */
const siteFolder = /^\.(?:vuepress|vitepress)$/u;

/**
 * Inside one of the folders, and neither in nor below a folder whose name begins with a dot, but for the `public` one
 * of VuePress and VitePress. All are `Uri.path`s;
 * lexical, so symbolic links are followed by whoever opens the file.
 */
export function liesOpen(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => {
    const below = segmentsOf(path).slice(segmentsOf(folder).length);
    const isOpen = (segment: string, index: number): boolean =>
      !segment.startsWith('.') || (siteFolder.test(segment) && below[index + 1] === 'public');
    return isInside(folder, path) && below.length > 0 && below.every(isOpen);
  });
}
