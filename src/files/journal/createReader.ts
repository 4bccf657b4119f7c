/** Reads what other processes append to their journals. */
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { errorCode } from '../saveFailure.ts';
import { readJournalFile } from './journalFile.ts';
import { readLines } from './readLines.ts';

export interface NewLines {
  /** After merging some come a second time. */
  readonly lines: readonly string[];
  /** What kept something from being read. It is tried again next time. */
  readonly error?: unknown;
}

/**
 * Gives a function that reads the lines it has not given yet. It looks at the size of every file and opens those that
 * have grown. It never rejects; a folder that is not there is an empty one.
 * @param ownName a file whose lines are known
 */
export function createReader(folder: string, ownName: string): () => Promise<NewLines> {
  /** How far each file was read, in bytes. */
  const ends = new Map<string, number>();

  async function readNewIn(name: string): Promise<readonly string[]> {
    const file = path.join(folder, name);
    const from = ends.get(name) ?? 0;
    if ((await stat(file)).size <= from) return [];
    const { lines, end } = await readLines(file, from);
    ends.set(name, end);
    return lines;
  }

  return async () => {
    const found: (readonly string[])[] = [];
    const errors: unknown[] = [];
    const attempt = async <T>(work: () => Promise<readonly T[]>): Promise<readonly T[]> => {
      try {
        return await work();
      } catch (error) {
        if (errorCode(error) !== 'ENOENT') errors.push(error);
        return [];
      }
    };
    let names: readonly string[] = [];
    let listed = await attempt(() => namesIn(folder));
    // Files are merged meanwhile: what a list has missed, or what went before it was read, is in a file of the next list.
    while (listed.some((name) => !names.includes(name))) {
      names = listed;
      for (const name of names) if (name !== ownName) found.push(await attempt(() => readNewIn(name)));
      listed = await attempt(() => namesIn(folder));
    }
    for (const name of ends.keys()) if (!listed.includes(name)) ends.delete(name);
    return { lines: found.flat(), ...(errors.length > 0 ? { error: errors[0] } : {}) };
  };
}

async function namesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder);
  return names.filter((name) => ['written', 'merged'].includes(readJournalFile(name)?.type ?? ''));
}
