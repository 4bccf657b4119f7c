/** The image that a command is about: the one it was given, else the one on the screen, else the one that is chosen. */
import { l10n, TabInputCustom, TabInputText, window, type Uri } from 'vscode';
import { uriFrom } from '../uri/uriFrom.ts';

/** Formats that can hold how they were made. */
const endings = ['png', 'jpg', 'jpeg', 'webp'];

/** Undefined where nothing was chosen. `given` may come from a menu, a program, or a link in a hover. */
export async function imageArgument(given: unknown): Promise<Uri | undefined> {
  return uriFrom(given) ?? shownImage() ?? chooseImage();
}

/** @returns undefined when thought better of */
export async function chooseImage(): Promise<Uri | undefined> {
  const chosen = await window.showOpenDialog({
    title: l10n.t('Choose an image whose settings are to be used'),
    openLabel: l10n.t('Use Settings'),
    filters: { [l10n.t('Images')]: endings },
  });
  return chosen?.[0];
}

function shownImage(): Uri | undefined {
  const input: unknown = window.tabGroups.activeTabGroup.activeTab?.input;
  if (!(input instanceof TabInputCustom || input instanceof TabInputText)) return undefined;
  const ending = input.uri.path.slice(input.uri.path.lastIndexOf('.') + 1).toLowerCase();
  return endings.includes(ending) ? input.uri : undefined;
}
