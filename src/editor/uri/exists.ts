/** Whether there is something at a place. */
import { FileSystemError, workspace, type Uri } from 'vscode';

/** @throws {FileSystemError} where that cannot be found out, which is not the same as nothing being there */
export async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return false;
    throw error;
  }
}
