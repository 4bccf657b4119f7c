/** A file as messages name it. */
import { workspace, type Uri } from 'vscode';
import { plainText } from '../../core/plainText.ts';

/** Its path in the workspace, made harmless. @param maxLength characters */
export function shownPath(file: Uri, maxLength = 120): string {
  return plainText(workspace.asRelativePath(file, false), maxLength);
}
