/** The image that a command is about: the one it was given, else the one on the screen, else the one that is chosen. */
import { l10n, TabInputCustom, TabInputText, Uri, window } from 'vscode';

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

/** A Uri, or what JSON makes of one: links in hovers hand it over as that. */
export function uriFrom(given: unknown): Uri | undefined {
  if (given instanceof Uri) return given;
  const { scheme, path, authority } = (given ?? {}) as Partial<Record<'scheme' | 'path' | 'authority', unknown>>;
  if (typeof scheme !== 'string' || scheme === '' || typeof path !== 'string') return undefined;
  return Uri.from({ scheme, path, authority: typeof authority === 'string' ? authority : '' });
}

function shownImage(): Uri | undefined {
  const input: unknown = window.tabGroups.activeTabGroup.activeTab?.input;
  if (!(input instanceof TabInputCustom || input instanceof TabInputText)) return undefined;
  const ending = input.uri.path.slice(input.uri.path.lastIndexOf('.') + 1).toLowerCase();
  return endings.includes(ending) ? input.uri : undefined;
}
