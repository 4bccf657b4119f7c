/** Opens an image beside the text. Hovers link to it; it is not in the command palette. */
import { commands, Uri, ViewColumn, type Disposable } from 'vscode';

export function registerOpenImage(): Disposable {
  return commands.registerCommand('depict.openImage', async (uri: unknown) => {
    const { scheme, path, authority } = (uri ?? {}) as Partial<Record<'scheme' | 'path' | 'authority', unknown>>;
    if (typeof scheme !== 'string' || typeof path !== 'string') return;
    const image = Uri.from({ scheme, path, authority: typeof authority === 'string' ? authority : '' });
    await commands.executeCommand('vscode.open', image, { viewColumn: ViewColumn.Beside, preserveFocus: true });
  });
}
