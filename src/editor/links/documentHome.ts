/** The file that a document belongs to, as far as links and folders are concerned. */
import { workspace, type TextDocument, type Uri } from 'vscode';

/** A notebook's cell lives in the notebook's file; an untitled document in none. */
export function documentHome(document: TextDocument): Uri | undefined {
  const notebook = workspace.notebookDocuments.find((one) => one.getCells().some((cell) => cell.document === document));
  if (notebook) return notebook.isUntitled ? undefined : notebook.uri;
  return document.isUntitled ? undefined : document.uri;
}
