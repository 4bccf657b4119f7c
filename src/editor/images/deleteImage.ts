/** Deletes an image's file after asking: to the trash, or where there is none to the extension's storage, from where it can come back. */
import { l10n, Uri, window, workspace } from 'vscode';
import type { HistoryImage } from '../../core/history/event.ts';
import { plainText } from '../../core/plainText.ts';
import type { History } from '../history/history.ts';
import { exists } from '../uri/exists.ts';

/** @param bin folder for files that no trash takes */
export async function deleteImage(image: HistoryImage, history: History, bin: Uri): Promise<void> {
  const file = Uri.parse(image.uri);
  const remove = l10n.t('Delete');
  const chosen = await window.showWarningMessage(
    l10n.t('Delete the image of “{0}”?', plainText(image.record.prompt, 120)),
    { modal: true, detail: l10n.t('{0} goes to the trash. The history keeps its settings.', shownName(file)) },
    remove,
  );
  if (chosen !== remove) return;
  const kept = await toTrash(file, placeInBin(image, bin));
  history.markDeleted(image.id);
  if (kept) void offerRestore(image.id, kept, file, history);
}

/** Brings back a file that was deleted where there is no trash, unless another one has taken its name. */
export function restoreImage(image: HistoryImage, history: History, bin: Uri): Promise<void> {
  return bringBack(image.id, placeInBin(image, bin), Uri.parse(image.uri), history);
}

function placeInBin({ id, uri }: HistoryImage, bin: Uri): Uri {
  return Uri.joinPath(bin, `${id}-${baseName(Uri.parse(uri))}`);
}

/** Where the file is now, when that is our own folder. @throws where it could not be deleted */
async function toTrash(file: Uri, ownPlace: Uri): Promise<Uri | undefined> {
  try {
    await workspace.fs.delete(file, { useTrash: true });
    return undefined;
  } catch {
    // Remote hosts have no trash, and say so by failing.
    if (!(await exists(file))) return undefined;
    await workspace.fs.rename(file, ownPlace, { overwrite: true });
    return ownPlace;
  }
}

async function offerRestore(id: string, kept: Uri, file: Uri, history: History): Promise<void> {
  const restore = l10n.t('Restore');
  const text = l10n.t('There is no trash here, so Depict keeps {0} in its own storage.', shownName(file));
  if ((await window.showInformationMessage(text, restore)) === restore) await bringBack(id, kept, file, history);
}

async function bringBack(id: string, kept: Uri, file: Uri, history: History): Promise<void> {
  try {
    await workspace.fs.rename(kept, file, { overwrite: false });
    history.markMoved(id, file);
  } catch {
    void window.showErrorMessage(
      l10n.t('{0} could not be restored: there is another file of that name.', shownName(file)),
    );
  }
}

function baseName({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function shownName(file: Uri): string {
  return plainText(workspace.asRelativePath(file, false), 120);
}
