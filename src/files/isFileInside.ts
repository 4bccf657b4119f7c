/** Whether a file really lies where its path says. */
import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { folderInside } from './makeFolder.ts';

/**
 * By real path, symbolic links resolved, also one that the file itself is. False for a file that is not there.
 * @param file absolute
 * @param folders absolute
 */
export async function isFileInside(file: string, folders: readonly string[]): Promise<boolean> {
  try {
    await folderInside(path.dirname(await realpath(file)), folders);
    return true;
  } catch {
    return false;
  }
}
