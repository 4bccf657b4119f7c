/** Shows images as gone, or as there again, when files are deleted or come back within VS Code. */
import { Disposable, workspace, type Uri } from 'vscode';
import type { History } from '../history/history.ts';
import type { Sidebar } from './sidebar.ts';

/** What happens outside of VS Code is seen when the page next tries to show the file. */
export function followFiles(history: Pick<History, 'images'>, sidebar: Pick<Sidebar, 'markMissing'>): Disposable {
  function mark(files: readonly Uri[], isMissing: boolean): void {
    const places = files.map(String);
    for (const { id, uri } of history.images) {
      if (places.some((place) => uri === place || uri.startsWith(`${place}/`))) sidebar.markMissing(id, isMissing);
    }
  }
  return Disposable.from(
    workspace.onDidDeleteFiles(({ files }) => mark(files, true)),
    workspace.onDidCreateFiles(({ files }) => mark(files, false)),
  );
}
