/** Tells that images were saved, and what can be done with them now. */
import { commands, env, l10n, Uri, window, workspace, type Memento } from 'vscode';
import type { GeneratedImage } from '../../api.ts';
import { baseName } from '../../core/names/uriPath.ts';
import { shownPath } from '../uri/shownPath.ts';
import type { Order } from './order.ts';
import type { JobResult } from './jobResult.ts';

const toldKey = 'toldAboutEmbeddedSettings';

export type ShowSaved = (result: JobResult, order: Order) => Promise<void>;

/** Whether the user knows that prompts are written into the files. */
export function hasBeenTold(state: Memento): boolean {
  return state.get<boolean>(toldKey, false);
}

/** `state` remembers that the user has been told, once, that prompts are written into the files. */
export async function showSaved({ images, link }: JobResult, order: Order, state: Memento): Promise<void> {
  const [first] = images;
  if (!first) return;
  const open = l10n.t('Open to the Side');
  const copyLink = l10n.t('Copy Link');
  const saveAs = l10n.t('Save As…');
  const stopEmbedding = l10n.t('Do Not Write Prompts');

  const explain = order.settings.embedSettings && !hasBeenTold(state);
  if (explain) await state.update(toldKey, true);
  const text = [
    savedWords(images),
    link !== 'failed' ? '' : l10n.t('The link could not be written into the document.'),
    order.home.isStorage ? l10n.t('No folder is open, so it is kept in the storage of Depict.') : '',
    explain ? l10n.t('The prompt and the settings are written into the file, so that it can be made again.') : '',
  ];
  const buttons = [
    open,
    ...(link === 'written' ? [] : [copyLink]),
    ...(order.home.isStorage ? [saveAs] : []),
    ...(explain ? [stopEmbedding] : []),
  ];
  const chosen = await window.showInformationMessage(text.filter((part) => part !== '').join(' '), ...buttons);
  if (chosen === open) await commands.executeCommand('depict.openImage', first.uri);
  if (chosen === copyLink) await env.clipboard.writeText(images.map(({ link }) => link).join('\n'));
  if (chosen === saveAs) await copyElsewhere(first.uri, order.home.document ?? first.uri);
  if (chosen === stopEmbedding) {
    await commands.executeCommand('workbench.action.openSettings', 'depict.output.embedSettings');
  }
}

function savedWords(images: readonly GeneratedImage[]): string {
  const [first] = images;
  const name = first ? shownPath(first.uri) : '';
  return images.length === 1
    ? l10n.t('Saved {0}.', name)
    : l10n.t('Saved {0} images, the first as {1}.', images.length, name);
}

async function copyElsewhere(image: Uri, beside: Uri): Promise<void> {
  const place = await window.showSaveDialog({ defaultUri: Uri.joinPath(beside, '..', baseName(image.path)) });
  if (place) await workspace.fs.copy(image, place, { overwrite: true });
}
