/** Opens an image beside the text. Hovers link to it; it is not in the command palette. */
import { commands, ViewColumn, type Disposable } from 'vscode';
import { uriFrom } from '../uri/uriFrom.ts';

export function registerOpenImage(): Disposable {
  return commands.registerCommand('depict.openImage', async (given: unknown) => {
    const image = uriFrom(given);
    if (!image) return;
    await commands.executeCommand('vscode.open', image, { viewColumn: ViewColumn.Beside, preserveFocus: true });
  });
}
