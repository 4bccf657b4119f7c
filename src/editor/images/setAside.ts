/** Moves a file out of the way of a new one: to the trash, or where there is none to the extension's storage. */
import { workspace, type Uri } from 'vscode';
import type { History } from '../history/history.ts';
import { exists } from '../uri/exists.ts';
import type { DeletedFiles } from './deletedFiles.ts';

export interface SetAside {
  /** @throws {FileSystemError} */
  move(file: Uri): Promise<void>;
  /** The id under which the storage has what was at a place last; undefined where a trash took it. */
  keptFrom(file: Uri): string | undefined;
}

/** An image of the history stays in its list, marked as deleted. */
export function createSetAside(
  history: Pick<History, 'refresh' | 'find' | 'markDeleted'>,
  deleted: Pick<DeletedFiles, 'keep'>,
): SetAside {
  const kept = new Map<string, string>();
  return {
    async move(file) {
      await history.refresh();
      const image = history.find(file);
      const id = image?.id ?? crypto.randomUUID();
      const isKept = await toTrash(file, () => deleted.keep(id, file));
      if (isKept) kept.set(file.toString(), id);
      else kept.delete(file.toString());
      if (image) history.markDeleted(image.id);
    },
    keptFrom: (file) => kept.get(file.toString()),
  };
}

/** True where it was kept instead. @throws where neither could be done */
export async function toTrash(file: Uri, keep: () => Promise<void>): Promise<boolean> {
  try {
    await workspace.fs.delete(file, { useTrash: true });
    return false;
  } catch {
    // Where there is no trash, this is how that is said.
    if (!(await exists(file))) return false;
    await keep();
    return true;
  }
}
