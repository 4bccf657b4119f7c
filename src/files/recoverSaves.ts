/** After a crash: gives whole pictures the name they were about to get, and clears away what was cut. */
import { lstat, readdir, readFile, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { inspectImage } from '../core/image/inspectImage.ts';
import { takeName } from './takeName.ts';
import { nameUnfinished, readUnfinished, type UnfinishedFile } from './unfinishedFile.ts';
import { isRunning, thisProcess, writerName } from './writer.ts';

/** A save takes seconds at most. This is for writers of whom we cannot know whether they still run. */
const abandonedAfterMs = 60 * 60 * 1000;

export interface RecoveredSave {
  /** Path of the picture. */
  readonly file: string;
  /** Which of the given journals' writers was saving it; undefined for another process of this machine. */
  readonly writer: string | undefined;
}

/**
 * Looks for unfinished files in one folder, not below it. Those of programs that still run are left alone, so it may be
 * called at any time and by several windows at once. So are those of other machines whom nobody knows here: a
 * repository may bring such files along.
 * @param writers of journals, as they name themselves: known to have been saving here
 * @returns the pictures that were recovered; a file that cannot be dealt with stays where it is
 */
export async function recoverSaves(folder: string, writers: readonly string[]): Promise<readonly RecoveredSave[]> {
  const names = await readdir(folder).catch(() => []);
  const recovered = await Promise.all(
    names.map(async (name) => {
      const unfinished = readUnfinished(name);
      const writer = unfinished && writers.find((one) => one.startsWith(`${writerName(unfinished.writer)}-`));
      if (!unfinished || (!writer && unfinished.writer.machine !== thisProcess().machine)) return undefined;
      const file = await recover(path.join(folder, name), unfinished).catch(() => undefined);
      return file === undefined ? undefined : { file, writer };
    }),
  );
  return recovered.filter((one) => one !== undefined);
}

async function recover(file: string, { fileName, bytes, writer }: UnfinishedFile): Promise<string | undefined> {
  const running = isRunning(writer);
  const seen = await lstat(file);
  const isAbandoned = running === false || Date.now() - seen.mtimeMs > abandonedAfterMs;
  if (!isAbandoned || !seen.isFile()) return undefined;

  // Renamed as our own: of two windows that found it, the second one does not find it any more.
  const own = path.join(path.dirname(file), nameUnfinished(fileName, bytes));
  await rename(file, own);
  // A second link is the final name: only taking this one away was left to do.
  const hasItsName = seen.nlink > 1;
  const isWhole = seen.size === bytes && inspectImage(await readFile(own)).ok;
  if (hasItsName || !isWhole) {
    await rm(own);
    return undefined;
  }
  return path.join(path.dirname(file), await takeName(own, (attempt) => numbered(fileName, attempt)));
}

function numbered(fileName: string, attempt: number): string {
  const { name, ext } = path.parse(fileName);
  return attempt === 0 ? fileName : `${name}-${attempt}${ext}`;
}
