/** Writes an image where its order says: by the engine on disk, by the workspace API anywhere else. */
import { Uri } from 'vscode';
import { ImageFailure, isImageFailure } from '../../core/failure.ts';
import type { Saved, Unsaved } from '../../core/generate.ts';
import { numberedName } from '../../core/names/numberedName.ts';
import type { Engine } from '../../engine.ts';
import { fileRoots, type ImageHome } from './imageHome.ts';
import { imagePath, type NamePattern } from './imagePath.ts';
import { saveToWorkspace } from './saveToWorkspace.ts';

/** @throws {ImageFailure} `notSaved`, or `invalidRequest` where the folder really lies outside the workspace */
export async function saveImage(
  { pieces, format, record }: Unsaved,
  { home, pattern }: { readonly home: ImageHome; readonly pattern: NamePattern },
  index: number,
  engine: Pick<Engine, 'saveNewFile'>,
): Promise<Saved<Uri>> {
  const { folder, base, extension } = imagePath(pattern, home, record, format, index);
  if (folder.scheme !== 'file') {
    return saveToWorkspace(folder, (attempt, suffix) => numberedName(`${base}-${suffix}`, extension, attempt), pieces);
  }
  const wanted = {
    folder: folder.fsPath,
    roots: fileRoots(home),
    fileName: (attempt: number) => numberedName(base, extension, attempt),
  };
  try {
    const { path, bytes } = await engine.saveNewFile(wanted, pieces);
    return { place: Uri.file(path), bytes };
  } catch (error) {
    if (isImageFailure(error)) throw error;
    // A bug of ours must not take the picture with it.
    throw new ImageFailure({ kind: 'notSaved', problem: 'other', path: folder.fsPath }, { cause: error });
  }
}
