/** Shows images as there again when their files come back within VS Code. */
import { workspace, type Disposable } from 'vscode';
import type { History } from '../history/history.ts';
import type { Sidebar } from './sidebar.ts';

/** Deleting is in the history; this is for files that the page has found gone. */
export function followFiles(history: Pick<History, 'images'>, sidebar: Pick<Sidebar, 'markMissing'>): Disposable {
  return workspace.onDidCreateFiles(({ files }) => {
    const places = files.map(String);
    for (const { id, uri } of history.images) {
      if (places.some((place) => uri === place || uri.startsWith(`${place}/`))) sidebar.markMissing(id, false);
    }
  });
}
