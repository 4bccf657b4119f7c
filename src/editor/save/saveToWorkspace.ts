/**
 * Saves where only VS Code's own file API reaches. It has no exclusive create (four creates at once all succeeded, the
 * last one stayed), so every name gets a random ending; that makes overwriting unlikely there, not impossible.
 */
import { FileSystemError, FileType, Uri, workspace } from 'vscode';
import { joinBytes } from '../../core/bytes/joinBytes.ts';
import { ImageFailure, type SaveProblem } from '../../core/failure.ts';
import { exists } from '../uri/exists.ts';

/** @throws {ImageFailure} `notSaved` */
export async function saveToWorkspace(
  folder: Uri,
  nameFor: (attempt: number, suffix: string) => string,
  pieces: readonly Uint8Array[],
): Promise<{ readonly place: Uri; readonly bytes: number }> {
  const content = joinBytes(...pieces);
  try {
    const place = await freePlace(folder, nameFor);
    await workspace.fs.writeFile(place, content);
    return { place, bytes: content.length };
  } catch (error) {
    throw new ImageFailure({ kind: 'notSaved', problem: problemOf(error), path: folder.path }, { cause: error });
  }
}

/**
 * Before a picture is paid for: whether something stands in the folder's way.
 * @throws {ImageFailure} `notSaved`
 */
export async function checkWorkspaceFolder(folder: Uri): Promise<void> {
  const { scheme, path } = folder;
  if (workspace.fs.isWritableFileSystem(scheme) !== true) {
    throw new ImageFailure({ kind: 'notSaved', problem: 'readOnlyFileSystem', path: folder.toString() });
  }
  for (let at = folder; ; at = Uri.joinPath(at, '..')) {
    const type = await typeOf(at);
    if (type !== undefined && (type & FileType.Directory) === 0) {
      throw new ImageFailure({ kind: 'notSaved', problem: 'folderIsFile', path });
    }
    if (type !== undefined || at.path === '/' || at.path === '') return;
  }
}

/** Undefined for what is not there, or cannot be looked at: writing will tell. */
async function typeOf(uri: Uri): Promise<FileType | undefined> {
  try {
    return (await workspace.fs.stat(uri)).type;
  } catch {
    return undefined;
  }
}

/** A random ending is taken once in a thousand years; a file system that says so more often is broken. */
async function freePlace(folder: Uri, nameFor: (attempt: number, suffix: string) => string): Promise<Uri> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const place = Uri.joinPath(folder, nameFor(attempt, randomSuffix()));
    if (!(await exists(place))) return place;
  }
  throw new Error('Every name is said to be taken.');
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
