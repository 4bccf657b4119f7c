/** Reads what other processes append to their journals. */
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { errorCode } from '../saveFailure.ts';
import { readJournalFile } from './journalFile.ts';
import { readLines } from './readLines.ts';

/**
 * Reads the lines that it has not given yet, the newest first as far as files go; after merging some come a second
 * time. It looks at the size of every file and opens those that have grown. A folder that is not there is an empty
 * one. Rejects with the first error of the system when all else was read: what is missing is tried again next time.
 */
export type ReadNew = (take: (lines: readonly string[]) => void) => Promise<void>;

/** @param ownName a file whose lines are known */
export function createReader(folder: string, ownName: string): ReadNew {
  /** How far each file was read, in bytes. */
  const ends = new Map<string, number>();

  return async (take) => {
    const errors: unknown[] = [];
    const attempt = async <T>(work: Promise<T>): Promise<T | undefined> => {
      try {
        return await work;
      } catch (error) {
        if (errorCode(error) !== 'ENOENT') errors.push(error);
        return undefined;
      }
    };
    let names: readonly string[] = [];
    let listed = (await attempt(namesIn(folder))) ?? [];
    // Files are merged meanwhile: what a list has missed, or what went before it was read, is in a file of the next list.
    while (listed.some((name) => !names.includes(name))) {
      names = listed;
      const others = names.filter((name) => name !== ownName).map((name) => attempt(stateOf(folder, name)));
      const known = (await Promise.all(others)).filter((file) => file !== undefined);
      for (const { name, file, size } of known.toSorted((one, other) => other.changedAt - one.changedAt)) {
        const from = ends.get(name) ?? 0;
        const end = size > from ? await attempt(readLines(file, from, take)) : undefined;
        if (end !== undefined) ends.set(name, end);
      }
      listed = (await attempt(namesIn(folder))) ?? [];
    }
    for (const name of ends.keys()) if (!listed.includes(name)) ends.delete(name);
    if (errors.length > 0) throw errors[0];
  };
}

async function namesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder);
  return names.filter((name) => ['written', 'merged'].includes(readJournalFile(name)?.type ?? ''));
}

interface FileState {
  readonly name: string;
  readonly file: string;
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly changedAt: number;
}

async function stateOf(folder: string, name: string): Promise<FileState> {
  const file = path.join(folder, name);
  const { size, mtimeMs } = await stat(file);
  return { name, file, size, changedAt: mtimeMs };
}
