/** Where the extension runs, and its requests and secrets with it. */
import { env, l10n } from 'vscode';
import { plainText } from '../../core/plainText.ts';

/** `host` is the machine's own name, where it is known. */
export function machineName(host?: string): string {
  const kind = kindOf(env.remoteName);
  return host === undefined || env.remoteName === undefined ? kind : `${kind} (${plainText(host, 100)})`;
}

/** Names that VS Code's own remote extensions use. */
function kindOf(remote: string | undefined): string {
  switch (remote) {
    case undefined:
      return l10n.t('this machine');
    case 'ssh-remote':
      return l10n.t('the SSH host');
    case 'wsl':
      return l10n.t('WSL');
    case 'dev-container':
    case 'attached-container':
      return l10n.t('the container');
    case 'codespaces':
      return l10n.t('the codespace');
    default:
      return l10n.t('the remote machine ({0})', plainText(remote, 100));
  }
}
