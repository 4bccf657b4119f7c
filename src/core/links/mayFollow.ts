/** Whether a path that a document names may be looked at: what stands in a document is a stranger's word. */
import { isHiddenWay } from '../names/isHiddenWay.ts';
import { isDeviceName } from '../names/safeSegment.ts';
import { isDrive, isInside, segmentsOf } from '../names/uriPath.ts';

const imageEnding = /\.(?:png|jpe?g|webp|gif|avif|bmp|svg|ico)$/iu;

/** Only images are shown. */
export function mayFollow(path: string): boolean {
  return imageEnding.test(path);
}

/**
 * Inside one of the folders, and neither in nor below a folder whose name begins with a dot, but for those that site
 * generators show images from, see `isHiddenWay.ts`. All are `Uri.path`s; lexical, so symbolic links are followed by
 * whoever opens the file.
 */
export function liesOpen(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => {
    const below = segmentsOf(path).slice(segmentsOf(folder).length);
    if (!isInside(folder, path) || below.length === 0 || isHiddenWay(below)) return false;
    return below.every((segment) => isPlain(segment, isOnDrive(folder)));
  });
}

function isOnDrive(folder: string): boolean {
  return isDrive(segmentsOf(folder)[0] ?? '');
}

/** On Windows a name may be a way (`a\..\b`), a stream (`a:b`), a device, or the short form of a hidden folder's. */
function isPlain(segment: string, isOnWindows: boolean): boolean {
  if (segment.includes('\\')) return false;
  return !isOnWindows || !(/[<>:"|?*]|~\d|[. ]$/u.test(segment) || isDeviceName(segment));
}
