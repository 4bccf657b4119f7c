/** What the buttons of failures do with tokens. */
import type { FailureHandlers } from '../failures/actOnFailure.ts';
import type { Tokens } from './tokens.ts';

export type TokenHandlers = Pick<FailureHandlers, 'setToken' | 'ambientSource' | 'allowAmbientToken'>;

export function tokenHandlers(
  tokens: Pick<Tokens, 'ambient' | 'allowAmbient'>,
  setToken: FailureHandlers['setToken'],
): TokenHandlers {
  return {
    setToken,
    ambientSource: async () => (await tokens.ambient())?.source,
    allowAmbientToken: (origin) => tokens.allowAmbient(origin),
  };
}
