/** What a look at a token has shown, in words. Never holds the token. */
import { l10n } from 'vscode';
import type { Account } from '../../core/account/account.ts';
import type { TokenLook } from '../../core/account/tokenLook.ts';
import { lookWords } from '../failures/lookWords.ts';
import { serviceName } from './serviceName.ts';

export function refusedWords(origin: string): string {
  return l10n.t('{0} does not know this token. It was not stored: paste another one.', serviceName(origin));
}

/** For the second thought, in the box itself. */
export function doubtWords(look: TokenLook): string {
  const name = look.type === 'accepted' ? look.account.name : '';
  return l10n.t(
    'Signed in as {0}, but this token may not call Inference Providers. Create one with the permission and paste it, or press Enter to store this one anyway.',
    name,
  );
}

/** After it was stored; undefined where there was nobody to ask. */
export function storedWords(look: TokenLook): string | undefined {
  switch (look.type) {
    case 'accepted':
      return accountWords(look.account);
    case 'unchecked':
      return l10n.t('The token is stored, but could not be checked now. {0}', lookWords(look.failure));
    case 'refused':
    case 'nobodyToAsk':
      return undefined;
  }
}

function accountWords({ name, permission }: Account): string {
  switch (permission) {
    case 'granted':
      return l10n.t('Signed in as {0}. This token may call Inference Providers.', name);
    case 'missing':
      return l10n.t('Signed in as {0}. This token may not call Inference Providers.', name);
    case 'unsaid':
      return l10n.t('Signed in as {0}. Tokens of this kind may call Inference Providers as a rule.', name);
  }
}
