/** Makes the folder that a picture goes to, and nowhere else than where it may go. */
import { mkdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import { isHiddenWay } from '../core/names/isHiddenWay.ts';
import { ImageFailure } from '../core/failure.ts';
import { errorCode } from './saveFailure.ts';

/**
 * Makes `folder` and its parents where they are missing. "Inside" is judged by real path, before anything is made and,
 * because a link may have been put in the way meanwhile, again afterwards.
 * @param roots folders one of which it must lie in (or be); undefined for anywhere
 * @param isOpen it may lie in no folder of them whose name begins with a dot, by real path too
 * @returns the folder's real path, to work with from then on
 * @throws {ImageFailure} `invalidRequest` where it lies outside; errors of the file system as they are
 */
export async function makeFolder(
  folder: string,
  roots: readonly string[] | undefined,
  isOpen = false,
): Promise<string> {
  const { real, exists } = await judgeFolder(folder, roots, isOpen);
  if (exists) return real;
  const made = await mkdir(real, { recursive: true }).catch((error: unknown) => {
    // Node's word for any error that it does not expect, such as a read-only file system.
    if (errorCode(error) !== 'ENOENT') throw error;
    return makeOneByOne(real);
  });
  // Where nothing was made, what was judged is what is there.
  return made === undefined ? real : folderInside(folder, roots, isOpen);
}

/**
 * The real path of a folder that need not exist yet.
 * @throws {ImageFailure} `invalidRequest` where it lies outside; errors of the file system as they are
 */
export async function folderInside(
  folder: string,
  roots: readonly string[] | undefined,
  isOpen = false,
): Promise<string> {
  return (await judgeFolder(folder, roots, isOpen)).real;
}

interface Judged {
  readonly real: string;
  readonly exists: boolean;
}

async function judgeFolder(folder: string, roots: readonly string[] | undefined, isOpen: boolean): Promise<Judged> {
  const [judged, ...realRoots] = await Promise.all([
    realFolder(path.resolve(folder)),
    ...(roots ?? []).map(async (root) => (await realFolder(path.resolve(root))).real),
  ]);
  const holds = (root: string): boolean => contains(root, judged.real) && !(isOpen && hides(root, judged.real));
  if (!roots || realRoots.some(holds)) return judged;
  throw new ImageFailure({ kind: 'invalidRequest', problem: { type: 'outsideWorkspace', path: folder } });
}

async function makeOneByOne(folder: string): Promise<string> {
  try {
    await mkdir(folder);
  } catch (error) {
    const parent = path.dirname(folder);
    if (errorCode(error) !== 'ENOENT' || parent === folder) throw error;
    await makeOneByOne(parent);
    await mkdir(folder);
  }
  return folder;
}

/** What does not exist is added to the real path of its deepest ancestor that does. */
async function realFolder(folder: string): Promise<Judged> {
  try {
    return { real: await realpath(folder), exists: true };
  } catch (error) {
    const parent = path.dirname(folder);
    if (errorCode(error) !== 'ENOENT' || parent === folder) throw error;
    return { real: path.join((await realFolder(parent)).real, path.basename(folder)), exists: false };
  }
}

/** In or below a folder whose name begins with a dot, but for those that everybody sees. */
function hides(root: string, folder: string): boolean {
  return isHiddenWay(path.relative(root, folder).split(path.sep));
}

function contains(root: string, folder: string): boolean {
  const way = path.relative(root, folder);
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}
