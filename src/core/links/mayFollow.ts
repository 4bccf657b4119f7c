/** Whether a path that a document names may be looked at: what stands in a document is a stranger's word. */
import { isInside, segmentsOf } from '../names/uriPath.ts';

const imageEnding = /\.(?:png|jpe?g|webp|gif|avif|bmp|svg|ico)$/iu;

/**
 * Only images inside one of the folders, and nothing in or below a folder whose name begins with a dot. Both are
 * `Uri.path`s; lexical, so symbolic links are followed by whoever opens the file.
 */
export function mayFollow(path: string, folders: readonly string[]): boolean {
  if (!imageEnding.test(path)) return false;
  return folders.some((folder) => {
    const below = segmentsOf(path).slice(segmentsOf(folder).length);
    return isInside(folder, path) && below.every((segment) => !segment.startsWith('.'));
  });
}
