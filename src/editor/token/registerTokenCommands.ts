/** The commands Set Token and Remove Token. */
import { commands, Disposable, env, l10n, window } from 'vscode';
import { plainText } from '../../core/plainText.ts';
import { isHuggingFace, tokenOrigin } from '../../core/token/tokenRule.ts';
import { readSettings } from '../settings/readSettings.ts';
import { askForToken, serviceName } from './askForToken.ts';
import type { Tokens } from './tokens.ts';

const huggingFace = 'https://huggingface.co';

export function registerTokenCommands(tokens: Tokens): Disposable {
  return Disposable.from(
    commands.registerCommand('depict.setToken', async () => {
      const origin = await pickOrigin(originsInUse(), l10n.t('Which service is the token for?'));
      return origin !== undefined && (await askForToken(origin, tokens, machineName()));
    }),
    commands.registerCommand('depict.removeToken', () => removeToken(tokens)),
  );
}

/** With a remote the secret and every request stay on that machine's side: say which. */
export function machineName(): string {
  return env.remoteName ? l10n.t('the remote machine ({0})', env.remoteName) : l10n.t('this machine');
}

async function removeToken(tokens: Tokens): Promise<boolean> {
  const stored = await tokens.stored();
  const ambient = await tokens.ambient();
  if (stored.length === 0) {
    const text = ambient
      ? l10n.t(
          'No token is stored. Depict uses the one it finds in {0}; remove it there to stop that.',
          plainText(ambient.source),
        )
      : l10n.t('No token is stored.');
    void window.showInformationMessage(text);
    return false;
  }
  const origin = await pickOrigin(stored, l10n.t('Which token is to be removed?'));
  if (origin === undefined || !(await tokens.remove(origin))) return false;
  const removed = l10n.t('The token for {0} was removed.', serviceName(origin));
  const left =
    ambient && isHuggingFace(origin)
      ? l10n.t('Depict now uses the one it finds in {0}.', plainText(ambient.source))
      : '';
  void window.showInformationMessage(`${removed} ${left}`.trim());
  return true;
}

/** Asks only where there is a choice. */
async function pickOrigin(origins: readonly string[], title: string): Promise<string | undefined> {
  if (origins.length < 2) return origins[0];
  const picked = await window.showQuickPick(
    origins.map((origin) => ({ label: serviceName(origin), description: origin, origin })),
    { title },
  );
  return picked?.origin;
}

/** Hugging Face, and the origins of other addresses that the settings name. */
function originsInUse(): readonly string[] {
  try {
    const { hubUrl, routerUrl, endpoint } = readSettings(undefined, {}).service;
    const addresses = [routerUrl, hubUrl, endpoint?.url ?? ''].filter((address) => URL.canParse(address));
    return [...new Set([huggingFace, ...addresses.map((address) => tokenOrigin(new URL(address).origin))])];
  } catch {
    // Settings of the wrong type are told when they are used for a job.
    return [huggingFace];
  }
}
