/** Tells about pictures that an earlier run had received but could not name before it was ended. */
import { commands, l10n, window, type Uri } from 'vscode';
import { shownPath } from '../uri/shownPath.ts';

export async function showRecovered(pictures: readonly Uri[]): Promise<void> {
  const [first] = pictures;
  if (!first) return;
  const open = l10n.t('Open to the Side');
  const names = pictures.map((picture) => shownPath(picture)).join(', ');
  const chosen = await window.showInformationMessage(
    l10n.t('Saving was interrupted last time. Nothing is lost: {0}', names),
    open,
  );
  if (chosen === open) await commands.executeCommand('depict.openImage', first);
}
