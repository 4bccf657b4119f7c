/** The file in the active editor, whatever kind of editor that is: a rich Markdown editor is no text editor. */
import { TabInputCustom, TabInputNotebook, window, type Uri } from 'vscode';
import { documentHome } from './documentHome.ts';

/** Undefined for what is saved nowhere yet, and for a view that shows no file. */
export function activeFile(): Uri | undefined {
  const editor = window.activeTextEditor;
  if (editor) return documentHome(editor.document);
  const input: unknown = window.tabGroups.activeTabGroup.activeTab?.input;
  if (!(input instanceof TabInputCustom || input instanceof TabInputNotebook)) return undefined;
  return input.uri.scheme === 'untitled' ? undefined : input.uri;
}
