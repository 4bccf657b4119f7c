/** What the host tests share: the extension's API, settings for one test, documents, and a local API of their own. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { DepictApi, GenerationFailure } from '../../src/api.ts';
import { isImageFailure } from '../../src/core/failure.ts';

export async function depict(): Promise<DepictApi> {
  const extension = vscode.extensions.getExtension<DepictApi>('depict.depict');
  assert(extension, 'The extension is not installed.');
  return extension.activate();
}

export function workspaceFolder(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert(folder, 'No folder is open.');
  return folder.uri;
}

/** Sets settings of Depict until `resetSettings`. */
export async function setSettings(settings: Readonly<Record<string, unknown>>): Promise<void> {
  for (const [key, value] of Object.entries(settings)) {
    if (changed.has(key) && changed.get(key)?.value === value) continue;
    const config = vscode.workspace.getConfiguration('depict');
    const before: unknown = changed.has(key) ? changed.get(key)?.before : config.inspect(key)?.globalValue;
    changed.set(key, { value, before });
    await config.update(key, value, vscode.ConfigurationTarget.Global);
  }
}

/**
 * Gives back what the window was started with. `standing` stays set, or is set again: writing a setting takes VS Code a
 * tenth of a second.
 */
export async function resetSettings(standing: Readonly<Record<string, unknown>> = {}): Promise<void> {
  for (const [key, { before }] of [...changed].filter(([key]) => !(key in standing))) {
    changed.delete(key);
    await vscode.workspace.getConfiguration('depict').update(key, before, vscode.ConfigurationTarget.Global);
  }
  await setSettings(standing);
}

const changed = new Map<string, { readonly value: unknown; readonly before: unknown }>();
/** Every file of tests is a bundle with a copy of this module, and all of them run in one window. */
const shared = globalThis as { depictFilesOpened?: number };

/**
 * Writes a file below the workspace folder and shows it. Its name is new each time (`docs/page.md` becomes
 * `docs/page3.md`): the editor keeps documents for a while after they are closed.
 */
export async function openFile(name: string, text: string): Promise<vscode.TextEditor> {
  shared.depictFilesOpened = (shared.depictFilesOpened ?? 0) + 1;
  const uri = vscode.Uri.joinPath(workspaceFolder(), name.replace('.', `${shared.depictFilesOpened}.`));
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}

/** Selects the first occurrence of the words. */
export function select(editor: vscode.TextEditor, ...words: readonly string[]): void {
  editor.selections = words.map((one) => {
    const at = editor.document.getText().indexOf(one);
    assert(at >= 0, `"${one}" is not in the document.`);
    return new vscode.Selection(editor.document.positionAt(at), editor.document.positionAt(at + one.length));
  });
}

export async function failureOf(work: PromiseLike<unknown>): Promise<GenerationFailure> {
  try {
    await work;
  } catch (error) {
    if (isImageFailure(error)) return error.failure;
    throw error;
  }
  throw new assert.AssertionError({ message: 'It was expected to fail.' });
}

export async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

/** Closes every editor without saving and deletes what the tests made in the workspace folder. */
export async function clearWorkspace(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  for (const [name] of await vscode.workspace.fs.readDirectory(workspaceFolder())) {
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(workspaceFolder(), name), { recursive: true });
  }
}
