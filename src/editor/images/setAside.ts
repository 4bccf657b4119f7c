/** Moves a file out of the way of a new one: to the trash, or where there is none to the extension's storage. */
import { workspace, type Uri } from 'vscode';
import type { HistoryImage } from '../../core/history/event.ts';
import { inspectImage } from '../../core/image/inspectImage.ts';
import { recordOfFile } from '../../core/metadata/recordOfFile.ts';
import { baseName } from '../../core/names/uriPath.ts';
import type { LazyEngine } from '../engine/lazyEngine.ts';
import type { History } from '../history/history.ts';
import { exists } from '../uri/exists.ts';
import type { DeletedFiles } from './deletedFiles.ts';
import { readImage } from './readImage.ts';

export interface SetAside {
  /** @throws {FileSystemError} */
  move(file: Uri): Promise<void>;
  /** The id under which the storage has what was at a place last; undefined where a trash took it. */
  keptFrom(file: Uri): string | undefined;
}

type SetAsideHistory = Pick<History, 'refresh' | 'find' | 'add' | 'markDeleted'>;

/**
 * An image of the history stays in its list, marked as deleted. One that it does not know joins it when it is kept: the
 * gallery is where it can be restored from later.
 */
export function createSetAside(
  history: SetAsideHistory,
  deleted: Pick<DeletedFiles, 'keep'>,
  engine: Pick<LazyEngine, 'load'>,
): SetAside {
  const kept = new Map<string, string>();
  return {
    async move(file) {
      await history.refresh();
      const known = history.find(file);
      // What was deleted there before is another file, and may be kept as well.
      let image = known?.deleted ? undefined : known;
      let id: string | undefined;
      const isKept = await toTrash(file, async () => {
        image ??= await addUnknown(file, history, engine);
        id = image?.id ?? crypto.randomUUID();
        await deleted.keep(id, file);
      });
      if (isKept && id !== undefined) kept.set(file.toString(), id);
      else kept.delete(file.toString());
      if (image) history.markDeleted(image.id);
    },
    keptFrom: (file) => kept.get(file.toString()),
  };
}

/** Undefined for what is no picture. */
async function addUnknown(
  file: Uri,
  history: Pick<History, 'add'>,
  engine: Pick<LazyEngine, 'load'>,
): Promise<HistoryImage | undefined> {
  const bytes = await readImage(file);
  const seen = bytes && inspectImage(bytes);
  if (!bytes || !seen?.ok) return undefined;
  const read = await (await engine.load()).readSettings(bytes);
  const { mtime: changedAt } = await workspace.fs.stat(file);
  const record = recordOfFile(read, { name: baseName(file.path), size: seen.size, changedAt });
  const picture = { place: file, bytes: bytes.length, format: seen.format, record, ignored: [] };
  return history.add(picture, { document: undefined, languageId: undefined }, crypto.randomUUID());
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
