/**
 * Keeps the files of a journal few: merges those of ended processes. Any number of processes may do so at once, and be
 * killed at it: a file goes only when all of it is in another one, and what is in two is known by its ids.
 */
import { open, readdir, rename, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { mergeLines } from '../../core/history/mergeLines.ts';
import { errorCode } from '../saveFailure.ts';
import { isWriterRunning, newMergedFile, readJournalFile, unfinishedFile, type JournalFile } from './journalFile.ts';
import { readLines } from './readLines.ts';

/** So many files are opened as fast as one. */
const fewFiles = 8;

/**
 * For writers of whom we cannot know whether they still run. One that does makes a new file when it finds its own gone.
 */
const abandonedAfterMs = 7 * 24 * 60 * 60 * 1000;

/**
 * Leaves the files of running processes alone, and all where there are few.
 * @param writer who merges
 * @throws errors of the file system; then everything is as it was
 */
export async function mergeJournals(folder: string, writer: string): Promise<void> {
  try {
    await merge(folder, writer);
  } catch (error) {
    // No folder yet, or another process is merging the same files: then it is their new one that counts.
    if (errorCode(error) !== 'ENOENT') throw error;
  }
}

async function merge(folder: string, writer: string): Promise<void> {
  const files = (await readdir(folder)).map(readJournalFile).filter((file) => file !== undefined);
  // Asked before they are read: nothing can be added after that.
  const over = (await Promise.all(files.map(async (file) => ((await isOver(folder, file)) ? [file] : [])))).flat();
  const left = over.filter(({ type }) => type === 'unfinished');
  const sources = over.filter(({ type }) => type !== 'unfinished').map(({ name }) => path.join(folder, name));
  await Promise.all(left.map(({ name }) => unlink(path.join(folder, name)).catch(() => undefined)));
  if (sources.length <= fewFiles) return;

  const lines: (readonly string[])[] = [];
  for (const source of sources) await readLines(source, 0, (slice) => lines.push(slice));
  const merged = mergeLines(lines.flat());
  await writeWhole(folder, unfinishedFile(writer), merged.map((line) => `${line}\n`).join(''));
  // Another process may have done the same just now.
  await Promise.all(sources.map((source) => unlink(source).catch(() => undefined)));
}

async function isOver(folder: string, file: JournalFile): Promise<boolean> {
  if (file.type === 'merged') return true;
  return !(
    isWriterRunning(file.writer) ?? Date.now() - (await stat(path.join(folder, file.name))).mtimeMs < abandonedAfterMs
  );
}

/** Flushed to the disk: after a power cut there is the new file or the old ones. */
async function writeWhole(folder: string, unfinishedName: string, text: string): Promise<void> {
  const unfinished = path.join(folder, unfinishedName);
  try {
    const handle = await open(unfinished, 'w', 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, path.join(folder, newMergedFile()));
  } catch (error) {
    await unlink(unfinished).catch(() => undefined);
    throw error;
  }
}
