/** Asks for a token without showing it, and stores it for one origin. */
import { l10n, window } from 'vscode';
import { isHuggingFace, isToken } from '../../core/token/tokenRule.ts';
import type { Tokens } from './tokens.ts';

/** False when the user thinks better of it. `where` names the machine that keeps it. */
export async function askForToken(origin: string, tokens: Tokens, where: string): Promise<boolean> {
  const name = serviceName(origin);
  const typed = await window.showInputBox({
    title: l10n.t('Set Token for {0}', name),
    prompt: isHuggingFace(origin)
      ? l10n.t(
          'Paste a token with the permission to make calls to Inference Providers. It is kept in the secret storage of VS Code, never in a file of yours.',
        )
      : l10n.t('Paste the token that {0} asks for. It is sent to that address only.', name),
    placeHolder: isHuggingFace(origin) ? 'hf_…' : '',
    password: true,
    ignoreFocusOut: true,
    validateInput: (text) =>
      text.trim() === '' || isToken(text.trim())
        ? undefined
        : l10n.t('A token has no spaces and only plain letters, digits and signs. Copy it again, whole.'),
  });
  const token = typed?.trim() ?? '';
  if (token === '') return false;
  await tokens.store(origin, token);
  window.setStatusBarMessage(l10n.t('Token for {0} stored on {1}.', name, where), 5000);
  return true;
}

export function serviceName(origin: string): string {
  return isHuggingFace(origin) ? 'Hugging Face' : origin;
}
