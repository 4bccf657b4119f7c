/** Where the images for a document belong: which folder `depict.output.folder` counts from, and what they must stay inside. */
import { Uri, workspace, type WorkspaceFolder } from 'vscode';
import { activeFile } from '../links/activeFile.ts';

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

/**
 * `document` is the file that the link is for; `storage` the extension's folder for what has no other place. A document
 * of another file system than the folder (a `git:` view, say) has no part in where images go.
 */
export function imageHome(document: Uri | undefined, storage: Uri): ImageHome {
  const folders = workspace.workspaceFolders ?? [];
  const own = document && workspace.getWorkspaceFolder(document);
  const folder = own ?? (document ? undefined : activeFolder()) ?? folders[0];
  if (folder) {
    const base = folder.uri;
    return { base, roots: folders.map(({ uri }) => uri), document: within(base, document), isStorage: false };
  }
  if (document && workspace.fs.isWritableFileSystem(document.scheme) === true) {
    const base = Uri.joinPath(document, '..');
    return { base, roots: [base], document, isStorage: false };
  }
  const base = Uri.joinPath(storage, 'images');
  return { base, roots: [base], document: undefined, isStorage: true };
}

/** Paths of the roots that are folders on this machine's disk. */
export function fileRoots({ roots }: Pick<ImageHome, 'roots'>): readonly string[] {
  return roots.filter(({ scheme }) => scheme === 'file').map(({ fsPath }) => fsPath);
}

function activeFolder(): WorkspaceFolder | undefined {
  const file = activeFile();
  return file && workspace.getWorkspaceFolder(file);
}

function within(base: Uri, document: Uri | undefined): Uri | undefined {
  return document?.scheme === base.scheme && document.authority === base.authority ? document : undefined;
}
