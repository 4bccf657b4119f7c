/** The images that a command is about: those it was given, else the one on the screen, else the one that is chosen. */
import { l10n, TabInputCustom, TabInputText, window, type Uri } from 'vscode';
import { invalid } from '../../core/checkRequest.ts';
import { uriFrom } from '../uri/uriFrom.ts';

/** Formats that can hold how they were made. */
const endings = ['png', 'jpg', 'jpeg', 'webp'];

/**
 * Undefined where nothing was chosen. `given` may come from a menu, a program, or a link in a hover.
 * @throws {ImageFailure} `invalidRequest` for what is no Uri: another image than the one that was meant would be paid for
 */
export async function imageArgument(given: unknown): Promise<Uri | undefined> {
  if (given === undefined || given === null) return shownImage() ?? chooseImage();
  const image = uriFrom(given);
  if (!image) throw invalid({ type: 'wrongType', name: 'uri', expected: 'uri' });
  return image;
}

/**
 * The same for a command that can do several at once.
 * @param second the explorer passes all that is selected there, whatever it is
 */
export async function imageArguments(given: unknown, second: unknown): Promise<readonly Uri[]> {
  const first = await imageArgument(given);
  if (!first) return [];
  const selected = Array.isArray(second) ? second.flatMap((one: unknown) => uriFrom(one) ?? []) : [];
  const others = selected.filter((one) => isImage(one) && one.toString() !== first.toString());
  return [first, ...others];
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
  return isImage(input.uri) ? input.uri : undefined;
}

function isImage({ path }: Uri): boolean {
  return endings.includes(path.slice(path.lastIndexOf('.') + 1).toLowerCase());
}
