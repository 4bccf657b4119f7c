/** Saves a picture under a name that was free, whole or not at all. */
import { open, unlink, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { makeFolder } from './makeFolder.ts';
import { plainName } from './plainName.ts';
import { saveFailure } from './saveFailure.ts';
import { takeName } from './takeName.ts';
import { nameUnfinished } from './unfinishedFile.ts';

export interface WantedFile {
  /** Absolute. Made where it is missing. */
  readonly folder: string;
  /** Absolute folders one of which must contain it, symbolic links resolved; undefined for anywhere. */
  readonly roots: readonly string[] | undefined;
  /** A stranger has named the folder: it may lie in no hidden one. */
  readonly isOpen?: boolean;
  /** Names to try one after the other, from attempt 0 on, until one is free. Plain names without a folder. */
  readonly fileName: (attempt: number) => string;
}

export interface SavedFile {
  /** In the folder as it was given, not as links lead. */
  readonly path: string;
  /** Size of the file. */
  readonly bytes: number;
}

/**
 * Nothing is ever overwritten, also when several programs save at once. After a crash of this program there is either
 * the whole file under its name or an unfinished one for `recoverSaves`. Nothing is flushed to the disk itself: what is
 * written survives the program, only a power cut within seconds can take it, and waiting for the disk would take
 * several times as long as all the rest.
 * @throws {ImageFailure} `invalidRequest` (`outsideWorkspace`, `badPath`) or `notSaved`
 */
export async function saveNewFile(wanted: WantedFile, pieces: readonly Uint8Array[]): Promise<SavedFile> {
  const folder = path.resolve(wanted.folder);
  const firstName = plainName(wanted.fileName(0));
  const bytes = pieces.reduce((sum, piece) => sum + piece.length, 0);
  try {
    const realFolder = await makeFolder(folder, wanted.roots, wanted.isOpen);
    const unfinished = path.join(realFolder, nameUnfinished(firstName, bytes));
    try {
      await writeFile(unfinished, pieces);
      return { path: path.join(folder, await takeName(unfinished, wanted.fileName)), bytes };
    } catch (error) {
      await unlink(unfinished).catch(() => undefined);
      throw error;
    }
  } catch (error) {
    throw saveFailure(error, path.join(folder, firstName));
  }
}

async function writeFile(file: string, pieces: readonly Uint8Array[]): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    await writeAll(handle, pieces);
  } finally {
    await handle.close();
  }
}

/** One call writes as much as the system takes: less than all of it when the disk is nearly full. */
async function writeAll(handle: FileHandle, pieces: readonly Uint8Array[]): Promise<void> {
  let left = pieces.filter((piece) => piece.length > 0);
  while (left.length > 0) {
    const { bytesWritten } = await handle.writev(left);
    left = behind(left, bytesWritten);
  }
}

/** The pieces without their first `count` bytes. */
function behind(pieces: readonly Uint8Array[], count: number): Uint8Array[] {
  let skipped = count;
  return pieces.flatMap((piece) => {
    const rest = piece.subarray(Math.min(skipped, piece.length));
    skipped -= piece.length - rest.length;
    return rest.length > 0 ? [rest] : [];
  });
}
