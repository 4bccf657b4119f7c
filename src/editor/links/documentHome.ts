/** The file that a document belongs to, as far as links and folders are concerned. */
import { workspace, type TextDocument, type Uri } from 'vscode';

/** A notebook's cell lives in the notebook's file; an untitled document in none, unless it knows where it will be. */
export function documentHome(document: TextDocument): Uri | undefined {
  const notebook = workspace.notebookDocuments.find((one) => one.getCells().some((cell) => cell.document === document));
  const { uri, isUntitled } = notebook ?? document;
  return isUntitled ? futureFile(uri) : uri;
}

/** `code docs/new.md` opens `untitled:/repo/docs/new.md`. */
function futureFile(untitled: Uri): Uri | undefined {
  const files = (workspace.workspaceFolders ?? []).map(({ uri }) => uri.with({ path: untitled.path }));
  return files.find((file) => workspace.getWorkspaceFolder(file) !== undefined);
}
