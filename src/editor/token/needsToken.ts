/** Whether nothing can be generated before a token is set. */
import { draftProvider } from '../../core/services.ts';
import { isHuggingFace } from '../../core/token/tokenRule.ts';
import { readSettings, type EnvironmentAddresses } from '../settings/readSettings.ts';
import type { Tokens } from './tokens.ts';

/** Only Hugging Face always asks for one. Settings that cannot be used are told when an image is asked for. */
export async function needsToken(
  tokens: Pick<Tokens, 'forOrigin'>,
  environment: EnvironmentAddresses,
): Promise<boolean> {
  try {
    const { request, service } = readSettings(undefined, environment);
    if (request.provider.value === draftProvider) return false;
    const { endpoint, routerUrl } = service;
    const { origin } = new URL(endpoint?.url ?? routerUrl);
    return isHuggingFace(origin) && (await tokens.forOrigin(origin)) === undefined;
  } catch {
    return false;
  }
}
