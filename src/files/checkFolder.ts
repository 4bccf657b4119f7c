/** Finds out before a picture is asked for, and paid for, whether its folder could take it. */
import { access, constants, stat } from 'node:fs/promises';
import path from 'node:path';
import { folderInside } from './makeFolder.ts';
import { errorCode, saveFailure } from './saveFailure.ts';

/**
 * Makes nothing and writes nothing, so it cannot see everything that saving may run into.
 * @param folder absolute; need not exist yet
 * @param roots folders one of which it must lie in (or be), symbolic links resolved; undefined for anywhere
 * @param isOpen it may lie in no hidden folder of them
 * @throws {ImageFailure} `invalidRequest` (`outsideWorkspace`) or `notSaved`
 */
export async function checkFolder(folder: string, roots: readonly string[] | undefined, isOpen = false): Promise<void> {
  try {
    const existing = await deepestExisting(await folderInside(path.resolve(folder), roots, isOpen));
    await access(existing, constants.W_OK);
  } catch (error) {
    throw saveFailure(error, folder);
  }
}

/** @throws `ENOTDIR` where the way leads over a file */
async function deepestExisting(folder: string): Promise<string> {
  try {
    if ((await stat(folder)).isDirectory()) return folder;
  } catch (error) {
    const parent = path.dirname(folder);
    if (errorCode(error) === 'ENOENT' && parent !== folder) return deepestExisting(parent);
    throw error;
  }
  throw Object.assign(new Error(`${folder} is not a folder`), { code: 'ENOTDIR' });
}
