/** Files that are written and shown wherever a test wants them. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';

export async function writeText(uri: vscode.Uri, text: string): Promise<vscode.Uri> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/** Writes a text and opens it in an editor. The editor keeps documents for a while: take a new name each time. */
export async function openAt(uri: vscode.Uri, text: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(await writeText(uri, text));
  assert.equal(document.getText(), text, `${uri.toString()} was open before.`);
  return vscode.window.showTextDocument(document);
}
