/** Whether links to images may lead somewhere else since a path has come or gone: it is an image, or a folder of some. */
import { mayFollow } from './mayFollow.ts';

const ending = /[^/]\.[a-z][a-z\d]{0,9}$/iu;

/**
 * By the name alone: of what has gone, nobody can say what it was. Git's own files come and go all the time, and so do
 * those with an ending that is no image's.
 * @param path a `Uri.path`
 */
export function mayHoldImages(path: string): boolean {
  if (/\/\.git(?:\/|$)/u.test(path)) return false;
  return !ending.test(path) || mayFollow(path);
}
