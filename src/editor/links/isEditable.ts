/** Whether a link can be written into a document at all. */
import { FilePermission, workspace, type TextDocument } from 'vscode';
import { documentHome } from './documentHome.ts';

/** False for a read-only file system, a file without write permission, and what an extension generates (`git:`…). */
export async function isEditable(document: TextDocument): Promise<boolean> {
  const home = documentHome(document);
  if (home === undefined) return true;
  if (workspace.fs.isWritableFileSystem(home.scheme) !== true) return false;
  try {
    const { permissions } = await workspace.fs.stat(home);
    return ((permissions ?? 0) & FilePermission.Readonly) === 0;
  } catch {
    // Deleted on disk while open: the document itself can still be edited.
    return true;
  }
}
