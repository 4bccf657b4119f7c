/** Lets only one of the processes that share a journal do what must be done once. */
import { mkdir, open, unlink } from 'node:fs/promises';
import path from 'node:path';
import { errorCode } from '../saveFailure.ts';

/** To be called when everybody can read in the journal that it is done. */
export type Release = () => Promise<void>;

/**
 * Undefined where another process has claimed the same. A claim whose process dies stays: what is claimed must be named
 * so that nobody has to wait for it.
 * @param folder of the journal
 * @throws errors of the file system
 */
export async function claim(folder: string, what: string): Promise<Release | undefined> {
  const file = path.join(folder, `${what.replace(/[^\w-]/g, '_').slice(0, 200)}.claim`);
  try {
    await mkdir(folder, { recursive: true });
    await (await open(file, 'wx', 0o600)).close();
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return undefined;
    throw error;
  }
  return () => unlink(file).catch(() => undefined);
}
