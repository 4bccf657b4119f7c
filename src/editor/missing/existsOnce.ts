/** Looks each file up once, for many links in one go. */
import { Uri, workspace } from 'vscode';
import { exists } from '../uri/exists.ts';

export type Exists = (file: Uri) => Promise<boolean>;

/** What cannot be looked at counts as there: nobody can say that it is missing. */
export function existsOnce(): Exists {
  const known = new Map<string, Promise<boolean>>();

  const look: Exists = (file) => {
    const key = file.toString();
    const found = known.get(key) ?? lookUp(file);
    known.set(key, found);
    return found;
  };

  /** The many places that a link may mean lie in few folders, and most of those are not there. */
  async function lookUp(file: Uri): Promise<boolean> {
    const folder = Uri.joinPath(file, '..');
    // Other file systems than the disk may know of no folders.
    const tells = file.scheme === 'file' && workspace.getWorkspaceFolder(folder) !== undefined;
    if (tells && !(await look(folder))) return false;
    return exists(file).catch(() => true);
  }

  return look;
}
