/** Gives a finished file its name, and never takes a name away from another file. */
import { link, open, rename, unlink } from 'node:fs/promises';
import path from 'node:path';
import { ImageFailure } from '../core/failure.ts';
import { plainName } from './plainName.ts';
import { errorCode } from './saveFailure.ts';

/** Codes of file systems without hard links (exFAT, SMB, some container mounts) or without another one to give. */
const noHardLink: ReadonlySet<string | undefined> = new Set([
  'EPERM',
  'EACCES',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EINVAL',
  'EXDEV',
  'EMLINK',
  'UNKNOWN',
]);

/** Nobody has so many pictures of one name in one folder. */
const maxAttempts = 10_000;

/**
 * Moves `file` to the first free name in the same folder. Linking fails when the name is taken, so that of two programs
 * one gets it, and shows the file under its name only when it is whole.
 * @param hardLink how to link, for file systems that cannot
 * @returns the name
 * @throws {ImageFailure} `invalidRequest` for what is no plain file name; errors of the file system as they are
 */
export async function takeName(
  file: string,
  fileName: (attempt: number) => string,
  hardLink: (existing: string, added: string) => Promise<void> = link,
): Promise<string> {
  let name = '';
  for (let attempt = 0; attempt < maxAttempts; attempt += 1) {
    const last = name;
    name = plainName(fileName(attempt));
    if (name === last) break; // no other name to offer
    const target = path.join(path.dirname(file), name);
    try {
      await hardLink(file, target);
    } catch (error) {
      if (errorCode(error) === 'EEXIST') continue;
      if (!noHardLink.has(errorCode(error))) throw error;
      if (await moveToReserved(file, target)) return name;
      continue;
    }
    // A name too many is no failure: the next look for unfinished files takes it away.
    await unlink(file).catch(() => undefined);
    return name;
  }
  throw new ImageFailure({ kind: 'notSaved', problem: 'other', path: path.join(path.dirname(file), name) });
}

/**
 * The second best: an empty file holds the name until the whole one takes its place. A crash between the two leaves
 * the empty file and the whole one under its unfinished name.
 */
async function moveToReserved(file: string, target: string): Promise<boolean> {
  try {
    await (await open(target, 'wx')).close();
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
  try {
    await rename(file, target);
  } catch (error) {
    await unlink(target);
    throw error;
  }
  return true;
}
