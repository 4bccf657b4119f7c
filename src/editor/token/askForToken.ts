/** Asks for a token without showing it, looks at it, and stores it for one origin. */
import { InputBoxValidationSeverity, l10n, ThemeIcon, window, type InputBoxValidationMessage } from 'vscode';
import { lacksPermission, type TokenLook } from '../../core/account/tokenLook.ts';
import { isHuggingFace, isToken } from '../../core/token/tokenRule.ts';
import { openTokenPage } from './huggingFacePages.ts';
import type { LookAtToken } from './lookAtToken.ts';
import { serviceName } from './serviceName.ts';
import { tellStored } from './tellStored.ts';
import type { Tokens } from './tokens.ts';
import { doubtWords, refusedWords } from './tokenWords.ts';

/**
 * False when the user thinks better of it. A token that the Hub does not know is asked for anew and kept nowhere; one
 * without the permission is stored only when the user insists. `where` names the machine that keeps it.
 */
export function askForToken(
  origin: string,
  tokens: Pick<Tokens, 'store'>,
  where: string,
  look: LookAtToken,
): Promise<boolean> {
  const box = window.createInputBox();
  const closed = new AbortController();
  /** Stays until something else is typed. */
  let standing: InputBoxValidationMessage | undefined;
  let doubted: { readonly token: string; readonly seen: TokenLook } | undefined;
  Object.assign(box, texts(origin), { password: true, ignoreFocusOut: true });
  if (isHuggingFace(origin)) {
    box.buttons = [{ iconPath: new ThemeIcon('link-external'), tooltip: l10n.t('Create a Token With the Permission') }];
  }

  async function accept(): Promise<boolean> {
    const token = box.value.trim();
    if (token === '' || !isToken(token)) return false;
    const seen = doubted?.token === token ? doubted.seen : await lookAt(token);
    if (seen.type === 'refused') {
      box.value = '';
      standing = error(refusedWords(origin));
      return false;
    }
    if (lacksPermission(seen) && doubted?.token !== token) {
      doubted = { token, seen };
      standing = { message: doubtWords(seen), severity: InputBoxValidationSeverity.Warning };
      return false;
    }
    await tokens.store(origin, token);
    tellStored(seen, origin, where);
    return true;
  }

  async function lookAt(token: string): Promise<TokenLook> {
    Object.assign(box, { busy: true, enabled: false });
    try {
      return await look(origin, token, closed.signal);
    } finally {
      if (!closed.signal.aborted) Object.assign(box, { busy: false, enabled: true });
    }
  }

  return new Promise((resolve, reject) => {
    box.onDidChangeValue((text) => {
      if (!['', doubted?.token].includes(text.trim())) standing = undefined;
      box.validationMessage = standing ?? problemOf(text.trim());
    });
    box.onDidTriggerButton(() => void openTokenPage());
    box.onDidAccept(() => {
      if (box.busy) return;
      if (box.value.trim() === '' && !standing) return box.hide();
      accept().then(
        (isStored) => {
          if (closed.signal.aborted) return;
          box.validationMessage = standing ?? problemOf(box.value.trim());
          if (!isStored) return;
          resolve(true);
          box.hide();
        },
        (problem: unknown) => {
          // Closed meanwhile: there is nobody left to tell.
          if (!closed.signal.aborted) reject(problem);
          box.hide();
        },
      );
    });
    box.onDidHide(() => {
      closed.abort();
      resolve(false);
      box.dispose();
    });
    box.show();
  });
}

function texts(origin: string): { readonly title: string; readonly prompt: string; readonly placeholder: string } {
  const title = l10n.t('Set Token for {0}', serviceName(origin));
  return isHuggingFace(origin)
    ? {
        title,
        prompt: l10n.t(
          'Paste a token with the permission to make calls to Inference Providers. It is kept in the secret storage of VS Code, never in a file of yours.',
        ),
        placeholder: 'hf_…',
      }
    : {
        title,
        prompt: l10n.t('Paste the token that {0} asks for. It is sent to that address only.', serviceName(origin)),
        placeholder: '',
      };
}

function problemOf(text: string): InputBoxValidationMessage | undefined {
  return text === '' || isToken(text)
    ? undefined
    : error(l10n.t('A token has no spaces and only plain letters, digits and signs. Copy it again, whole.'));
}

function error(message: string): InputBoxValidationMessage {
  return { message, severity: InputBoxValidationSeverity.Error };
}
