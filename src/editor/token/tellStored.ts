/** Says that a token was stored, and what it is. Nobody waits for an answer. */
import { l10n, window } from 'vscode';
import type { TokenLook } from '../../core/account/tokenLook.ts';
import { plainText } from '../../core/plainText.ts';
import { serviceName } from './serviceName.ts';
import { storedWords } from './tokenWords.ts';

/** `where` names the machine that keeps it. */
export function tellStored(look: TokenLook, origin: string, where: string): void {
  const words = storedWords(look);
  if (words !== undefined) void window.showInformationMessage(plainText(words, 700));
  window.setStatusBarMessage(l10n.t('Token for {0} stored on {1}.', serviceName(origin), where), 5000);
}
