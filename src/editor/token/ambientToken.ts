/** The token that the machine already has for Hugging Face: `HF_TOKEN`, else the file that its command-line tool keeps. */
import { Uri, workspace } from 'vscode';
import { isToken } from '../../core/token/tokenRule.ts';

/** The environment variables that say where a token is, as `huggingface_hub` documents them, and the home folder. */
export interface TokenEnvironment {
  readonly HF_TOKEN?: string | undefined;
  readonly HF_TOKEN_PATH?: string | undefined;
  readonly HF_HOME?: string | undefined;
  readonly XDG_CACHE_HOME?: string | undefined;
  readonly HF_ENDPOINT?: string | undefined;
  /** The user's home folder: the first name where there is one, the second on Windows. */
  readonly HOME?: string | undefined;
  readonly USERPROFILE?: string | undefined;
}

export interface AmbientToken {
  readonly token: string;
  /** For people: `HF_TOKEN` or the file's path. */
  readonly source: string;
}

export async function readAmbientToken(environment: TokenEnvironment): Promise<AmbientToken | undefined> {
  const fromVariable = environment.HF_TOKEN?.trim() ?? '';
  if (isToken(fromVariable)) return { token: fromVariable, source: 'HF_TOKEN' };

  const file = tokenFile(environment);
  try {
    const text = new TextDecoder().decode(await workspace.fs.readFile(file)).trim();
    return isToken(text) ? { token: text, source: file.fsPath } : undefined;
  } catch {
    // No such file is the ordinary case; one that cannot be read is no token either.
    return undefined;
  }
}

function tokenFile(environment: TokenEnvironment): Uri {
  const { HF_TOKEN_PATH, HF_HOME, XDG_CACHE_HOME, HOME, USERPROFILE } = environment;
  if (HF_TOKEN_PATH) return Uri.file(HF_TOKEN_PATH);
  if (HF_HOME) return Uri.joinPath(Uri.file(HF_HOME), 'token');
  return Uri.joinPath(Uri.file(XDG_CACHE_HOME ?? `${HOME ?? USERPROFILE ?? ''}/.cache`), 'huggingface', 'token');
}
