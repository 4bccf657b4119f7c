/**
 * Saves where only VS Code's own file API reaches. It has no exclusive create (four creates at once all succeeded, the
 * last one stayed), so every name gets a random ending; that makes overwriting unlikely there, not impossible.
 */
import { FileSystemError, Uri, workspace } from 'vscode';
import { joinBytes } from '../../core/bytes/joinBytes.ts';
import { ImageFailure, type SaveProblem } from '../../core/failure.ts';

/** @throws {ImageFailure} `notSaved` */
export async function saveToWorkspace(
  folder: Uri,
  nameFor: (attempt: number, suffix: string) => string,
  pieces: readonly Uint8Array[],
): Promise<{ readonly place: Uri; readonly bytes: number }> {
  const content = joinBytes(...pieces);
  try {
    for (let attempt = 0; ; attempt += 1) {
      const place = Uri.joinPath(folder, nameFor(attempt, randomSuffix()));
      if (await exists(place)) continue;
      await workspace.fs.writeFile(place, content);
      return { place, bytes: content.length };
    }
  } catch (error) {
    throw new ImageFailure({ kind: 'notSaved', problem: problemOf(error), path: folder.path }, { cause: error });
  }
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
}

function randomSuffix(): string {
  return crypto.randomUUID().slice(0, 6);
}

function problemOf(error: unknown): SaveProblem {
  if (!(error instanceof FileSystemError)) return 'other';
  switch (error.code) {
    case 'NoPermissions':
      return 'noPermission';
    case 'FileNotADirectory':
    case 'FileExists': // from making the folder
      return 'folderIsFile';
    default:
      return 'other';
  }
}
