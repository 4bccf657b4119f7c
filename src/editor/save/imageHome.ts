/** Where the images for a document belong: which folder `depict.output.folder` counts from, and what they must stay inside. */
import { Uri, window, workspace } from 'vscode';

export interface ImageHome {
  /** The folder that a plain setting such as `assets` counts from. */
  readonly base: Uri;
  /** Images must end up inside one of these, by real path. */
  readonly roots: readonly Uri[];
  /** The document's own file, where it has one. */
  readonly document: Uri | undefined;
  /** True where nothing else was left: the extension's own storage. Save As is offered then. */
  readonly isStorage: boolean;
}

/** `document` is the file that the link is for; `storage` the extension's folder for what has no other place. */
export function imageHome(document: Uri | undefined, storage: Uri): ImageHome {
  const folders = workspace.workspaceFolders ?? [];
  const own = document && workspace.getWorkspaceFolder(document);
  const active = window.activeTextEditor && workspace.getWorkspaceFolder(window.activeTextEditor.document.uri);
  const folder = own ?? (document ? undefined : active) ?? folders[0];
  if (folder) return { base: folder.uri, roots: folders.map(({ uri }) => uri), document, isStorage: false };
  if (document) {
    const base = Uri.joinPath(document, '..');
    return { base, roots: [base], document, isStorage: false };
  }
  const base = Uri.joinPath(storage, 'images');
  return { base, roots: [base], document, isStorage: true };
}
