/** Follows files that are renamed in VS Code while something is made for them. */
import { workspace, type Disposable, type Uri } from 'vscode';
import { renamed } from './renamed.ts';

export interface MovedFiles extends Disposable {
  /** Says of a file of this moment where it is whenever that is asked. */
  fromNow(): WhereNow;
}

export type WhereNow = (file: Uri) => Uri;

export function createMovedFiles(): MovedFiles {
  // As many as somebody renames in one window.
  const renames: { readonly oldUri: Uri; readonly newUri: Uri }[] = [];
  const watching = workspace.onDidRenameFiles(({ files }) => renames.push(...files));
  return {
    fromNow() {
      const start = renames.length;
      return (file) => renames.slice(start).reduce((now, { oldUri, newUri }) => renamed(now, oldUri, newUri), file);
    },
    dispose: () => void watching.dispose(),
  };
}
