/** Deletes an image's file after asking: to the trash, or where there is none to the extension's storage, from where it can come back. */
import { env, l10n, UIKind, Uri, window } from 'vscode';
import type { HistoryImage } from '../../core/history/event.ts';
import { plainText } from '../../core/plainText.ts';
import type { History } from '../history/history.ts';
import { shownPath } from '../uri/shownPath.ts';
import type { DeletedFiles } from './deletedFiles.ts';
import { toTrash } from './setAside.ts';

type ImageHistory = Pick<History, 'find' | 'markDeleted' | 'markMoved'>;

export async function deleteImage(image: HistoryImage, history: ImageHistory, deleted: DeletedFiles): Promise<void> {
  const file = Uri.parse(image.uri);
  // Another image may have taken its place since its card was shown.
  if (history.find(file)?.id !== image.id) return;
  const remove = l10n.t('Delete');
  const chosen = await window.showWarningMessage(
    l10n.t('Delete the image of “{0}”?', plainText(image.record.prompt, 120)),
    { modal: true, detail: whatHappens(file) },
    remove,
  );
  if (chosen !== remove || history.find(file)?.id !== image.id) return;
  try {
    const isKept = await toTrash(file, () => deleted.keep(image.id, file));
    history.markDeleted(image.id);
    if (isKept) void offerRestore(image, history, deleted);
  } catch (error) {
    void window.showErrorMessage(l10n.t('{0} could not be deleted: {1}', shownPath(file), reason(error)));
  }
}

/** Brings back a file that was deleted where there is no trash. */
export async function restoreImage(
  { id, uri }: Pick<HistoryImage, 'id' | 'uri'>,
  history: Pick<History, 'markMoved'>,
  deleted: DeletedFiles,
): Promise<void> {
  const file = Uri.parse(uri);
  try {
    const restored = await deleted.restore(id, file);
    if (restored) history.markMoved(id, restored);
    else void window.showErrorMessage(l10n.t('{0} is not kept any more.', shownPath(file)));
    if (restored && restored.path !== file.path) {
      void window.showInformationMessage(l10n.t('Another file has that name, so it is now {0}.', shownPath(restored)));
    }
  } catch (error) {
    void window.showErrorMessage(l10n.t('{0} could not be restored: {1}', shownPath(file), reason(error)));
  }
}

/** VS Code does not tell; but remote hosts and virtual file systems have no trash, and a desktop's disk has one. */
function whatHappens(file: Uri): string {
  const hasTrash = file.scheme === 'file' && env.remoteName === undefined && env.uiKind === UIKind.Desktop;
  return hasTrash
    ? l10n.t('{0} goes to the trash. The history keeps its settings.', shownPath(file))
    : l10n.t(
        'There is no trash here: {0} can be restored from the gallery, as long as the history has it.',
        shownPath(file),
      );
}

async function offerRestore(
  image: HistoryImage,
  history: Pick<History, 'markMoved'>,
  deleted: DeletedFiles,
): Promise<void> {
  const restore = l10n.t('Restore');
  const name = shownPath(Uri.parse(image.uri));
  const text = l10n.t('There is no trash here, so Depict keeps {0} in its own storage.', name);
  if ((await window.showInformationMessage(text, restore)) === restore) await restoreImage(image, history, deleted);
}

function reason(error: unknown): string {
  return plainText(error instanceof Error ? error.message : String(error), 300);
}
