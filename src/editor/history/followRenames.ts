/** Keeps the history true when files and folders are renamed in VS Code. */
import { Uri, workspace, type Disposable } from 'vscode';
import type { History } from './history.ts';

export function followRenames(
  history: Pick<History, 'refresh' | 'images' | 'markMoved' | 'markDocumentMoved'>,
): Disposable {
  return workspace.onDidRenameFiles(async ({ files }) => {
    await history.refresh();
    for (const { id, uri, document, deleted } of history.images) {
      const image = movedTo(uri, files);
      const source = document === undefined ? undefined : movedTo(document, files);
      // Of a deleted one only its place has moved: that is where it would come back to.
      if (image) history.markMoved(id, image, !deleted);
      if (source) history.markDocumentMoved(id, source);
    }
  });
}

interface Rename {
  readonly oldUri: Uri;
  readonly newUri: Uri;
}

/** Where the file is now, if it or a folder above it was renamed. */
function movedTo(uri: string, renames: readonly Rename[]): Uri | undefined {
  for (const { oldUri, newUri } of renames) {
    const from = oldUri.toString();
    if (uri === from || uri.startsWith(`${from}/`)) return Uri.parse(newUri.toString() + uri.slice(from.length));
  }
  return undefined;
}
