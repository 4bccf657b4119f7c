/** A document that an editor has open already. */
import { workspace, type TextDocument, type Uri } from 'vscode';

export function openDocument(uri: Uri): TextDocument | undefined {
  return workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
}
