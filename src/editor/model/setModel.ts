/** Makes a model, and where it is another one a provider, those of the settings, and says so. */
import { l10n, window, workspace, type Uri } from 'vscode';
import { plainText } from '../../core/plainText.ts';
import { readDefaults } from '../settings/readDefaults.ts';
import { writeSetting } from './writeSetting.ts';

export interface ModelChoice {
  readonly model: string;
  readonly provider: string;
}

/** @throws what VS Code says where the settings cannot be written */
export async function setModel({ model, provider }: ModelChoice, scope: Uri | undefined): Promise<void> {
  const before = readDefaults(scope).texts.provider;
  const place = await writeSetting('model', model, scope);
  const said =
    provider === before
      ? l10n.t('Depict makes pictures with {0} now, set in {1}.', model, place)
      : l10n.t(
          'Depict makes pictures with {0} by {1} now, set in {2}.',
          model,
          provider,
          [...new Set([place, await writeSetting('provider', provider, scope)])].join(', '),
        );
  window.setStatusBarMessage(plainText(said), 8_000);
}

/** The file or folder whose settings are meant: of the one that is looked at, else of the first. */
export function settingsScope(file: Uri | undefined): Uri | undefined {
  return file ?? workspace.workspaceFolders?.[0]?.uri;
}
