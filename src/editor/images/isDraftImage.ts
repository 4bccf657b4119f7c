/** Whether an image is a draft, wherever it lies: what the real one may take the place of. */
import { workspace, type Uri } from 'vscode';
import { hasDraftMark } from '../../core/draft/draftMark.ts';
import type { Engine } from '../../engine.ts';

/** False also where it cannot be read. Other file systems than the disk only give out whole files. */
export async function isDraftImage(image: Uri, engine: Pick<Engine, 'isDraftFile'>): Promise<boolean> {
  if (image.scheme === 'file') return engine.isDraftFile(image.fsPath);
  try {
    return hasDraftMark(await workspace.fs.readFile(image)) === true;
  } catch {
    return false;
  }
}
