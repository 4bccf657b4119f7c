/** Pages of Hugging Face that users are sent to. */
import { env, Uri } from 'vscode';

export const huggingFace = 'https://huggingface.co';

const newToken = `${huggingFace}/settings/tokens/new?ownUserPermissions=inference.serverless.write&tokenType=fineGrained`;

/** The form for a new token, filled in with the permission that is needed. */
export function openTokenPage(): Thenable<boolean> {
  return env.openExternal(Uri.parse(newToken));
}
