/** Whether a document is one that somebody works on, and no view of another version of it. */
import { workspace, type TextDocument } from 'vscode';
import { documentHome } from './documentHome.ts';

/** False for what an extension shows: the old side of a comparison (`git:`), somebody's review. */
export function isWorkingCopy(document: TextDocument): boolean {
  const home = documentHome(document);
  return home === undefined || workspace.fs.isWritableFileSystem(home.scheme) === true;
}
