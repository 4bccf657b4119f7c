/** Who gets which token: the one stored for an origin goes there alone, the machine's own only where the rule allows. */
import type { Memento, SecretStorage } from 'vscode';
import type { FoundToken } from '../../engine.ts';
import { mayGetAmbientToken, tokenOrigin } from '../../core/token/tokenRule.ts';
import { readAmbientToken, type AmbientToken, type TokenEnvironment } from './ambientToken.ts';

export interface Tokens {
  /** The token for an origin such as `https://huggingface.co`, or undefined where there is none that may go there. */
  forOrigin(origin: string): Promise<string | undefined>;
  /** The same, with where it is kept. */
  find(origin: string): Promise<FoundToken | undefined>;
  store(origin: string, token: string): Promise<void>;
  /** False where none was stored. */
  remove(origin: string): Promise<boolean>;
  /** Origins that have a stored token. */
  stored(): Promise<readonly string[]>;
  /** The machine's own token, whoever it may go to. */
  ambient(): Promise<AmbientToken | undefined>;
  /** Notes the user's yes to sending the machine's own token to an origin. */
  allowAmbient(origin: string): Promise<void>;
}

const keyPrefix = 'token:';
const keyOf = (origin: string): string => keyPrefix + tokenOrigin(origin);
const allowedKey = 'ambientTokenAllowed';

export function createTokens(secrets: SecretStorage, state: Memento, environment: TokenEnvironment): Tokens {
  const allowed = (): readonly string[] => state.get<readonly string[]>(allowedKey, []);
  const ambient = (): Promise<AmbientToken | undefined> => readAmbientToken(environment);

  async function find(origin: string): Promise<FoundToken | undefined> {
    const token = await secrets.get(keyOf(origin));
    if (token !== undefined) return { token };
    const rule = { hubFromEnvironment: originOf(environment.HF_ENDPOINT), allowed: allowed() };
    return mayGetAmbientToken(origin, rule) ? ambient() : undefined;
  }

  return {
    ambient,
    find,
    forOrigin: async (origin) => (await find(origin))?.token,
    async store(origin, token) {
      await secrets.store(keyOf(origin), token);
    },
    async remove(origin) {
      if ((await secrets.get(keyOf(origin))) === undefined) return false;
      await secrets.delete(keyOf(origin));
      return true;
    },
    async stored() {
      const keys = await secrets.keys();
      return keys.filter((key) => key.startsWith(keyPrefix)).map((key) => key.slice(keyPrefix.length));
    },
    async allowAmbient(origin) {
      await state.update(allowedKey, [...new Set([...allowed(), origin])]);
    },
  };
}

function originOf(address: string | undefined): string | undefined {
  return address !== undefined && URL.canParse(address) ? new URL(address).origin : undefined;
}
