/** Shows images as gone when their files go outside of VS Code, and as there again when they come back, from wherever. */
import { Disposable, workspace, type Uri } from 'vscode';
import type { History } from '../../history/history.ts';
import { imageFileGlob } from '../../history/imageFileGlob.ts';
import { exists } from '../../uri/exists.ts';
import type { Sidebar } from '../sidebar.ts';

/** Deleting within VS Code is in the history. Whole folders that go outside are found when an image of theirs is looked at. */
export function followFiles(
  history: Pick<History, 'images' | 'find'>,
  sidebar: Pick<Sidebar, 'markMissing'>,
): Disposable {
  const watcher = workspace.createFileSystemWatcher(imageFileGlob, false, true, false);

  /** The word may be late: another file may have taken the place meanwhile. */
  async function look(file: Uri): Promise<void> {
    if (!history.find(file)) return;
    const isMissing = !(await exists(file).catch(() => true));
    const image = history.find(file);
    if (image) sidebar.markMissing(image.id, isMissing);
  }

  return Disposable.from(
    watcher,
    watcher.onDidDelete(look),
    watcher.onDidCreate(look),
    workspace.onDidCreateFiles(({ files }) => {
      const places = files.map(String);
      for (const { id, uri } of history.images) {
        if (places.some((place) => uri === place || uri.startsWith(`${place}/`))) sidebar.markMissing(id, false);
      }
    }),
  );
}
