/** The commands Set Token and Remove Token. */
import { commands, Disposable, l10n, window } from 'vscode';
import { plainText } from '../../core/plainText.ts';
import { isHuggingFace, isToken, tokenOrigin } from '../../core/token/tokenRule.ts';
import { readSettings, type EnvironmentAddresses } from '../settings/readSettings.ts';
import { huggingFace } from './huggingFacePages.ts';
import type { LookAtToken } from './lookAtToken.ts';
import { serviceName } from './serviceName.ts';
import type { Tokens } from './tokens.ts';

export function registerTokenCommands(
  tokens: Tokens,
  askForToken: (origin: string) => Promise<boolean>,
  look: LookAtToken,
  environment: EnvironmentAddresses,
): Disposable {
  return Disposable.from(
    commands.registerCommand('depict.setToken', async (token?: unknown, origin: unknown = huggingFace) => {
      const origins = originsInUse(environment);
      if (typeof token === 'string') return storeGiven(token, origin, origins, tokens, look);
      const picked = await pickOrigin(origins, l10n.t('Which service is the token for?'));
      return picked !== undefined && (await askForToken(picked));
    }),
    commands.registerCommand('depict.removeToken', () => removeToken(tokens)),
  );
}

/** For programs: asks nothing. False for what is no token, for one that the Hub does not know, and for a stranger. */
async function storeGiven(
  given: string,
  origin: unknown,
  origins: readonly string[],
  tokens: Pick<Tokens, 'store'>,
  look: LookAtToken,
): Promise<boolean> {
  const token = given.trim();
  const known = origins.find((one) => one === origin);
  if (known === undefined || !isToken(token)) return false;
  const seen = await look(known, token, new AbortController().signal);
  if (seen.type === 'refused') return false;
  await tokens.store(known, token);
  return true;
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
function originsInUse(environment: EnvironmentAddresses): readonly string[] {
  try {
    const { hubUrl, routerUrl, endpoint } = readSettings(undefined, environment).service;
    const addresses = [routerUrl, hubUrl, endpoint?.url ?? ''].filter((address) => URL.canParse(address));
    return [...new Set([huggingFace, ...addresses.map((address) => tokenOrigin(new URL(address).origin))])];
  } catch {
    // Settings of the wrong type are told when they are used for a job.
    return [huggingFace];
  }
}
