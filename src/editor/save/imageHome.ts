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
 * of another file system than the folder is one that stands alone: a link could not lead from one to the other. If it
 * cannot be written, as a `git:` view, it has no part in where images go.
 */
export function imageHome(document: Uri | undefined, storage: Uri): ImageHome {
  const folders = workspace.workspaceFolders ?? [];
  const own = document && workspace.getWorkspaceFolder(document);
  const folder = own ?? (document ? undefined : activeFolder()) ?? folders[0];
  const isWritable = document !== undefined && workspace.fs.isWritableFileSystem(document.scheme) === true;
  if (folder && !(isWritable && !isSameSystem(document, folder.uri))) {
    const base = folder.uri;
    const isNear = document !== undefined && isSameSystem(document, base);
    return { base, roots: folders.map(({ uri }) => uri), document: isNear ? document : undefined, isStorage: false };
  }
  if (isWritable) {
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

function isSameSystem(one: Uri, other: Uri): boolean {
  return one.scheme === other.scheme && one.authority === other.authority;
}
