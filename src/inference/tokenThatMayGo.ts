/** The last word on a token before it travels. Whose it is was decided by who keeps it. */
import { ImageFailure } from '../core/failure.ts';
import { isLoopback, isToken } from '../core/token/tokenRule.ts';

/** False for plain http to another machine. */
export function mayTravel(origin: string): boolean {
  return origin.startsWith('https:') || isLoopback(origin);
}

/**
 * A token never goes over plain http to another machine, where everybody on the way could read it: such an origin is
 * asked without one, and `tokenFor` is not even called.
 * @throws {ImageFailure} `badToken` for one that cannot stand in a header, such as a pasted line of text
 */
export async function tokenThatMayGo(
  origin: string,
  service: string,
  tokenFor: (origin: string) => Promise<string | undefined>,
): Promise<string | undefined> {
  if (!mayTravel(origin)) return undefined;
  const token = (await tokenFor(origin)) || undefined;
  if (token !== undefined && !isToken(token)) throw new ImageFailure({ kind: 'badToken', origin, service });
  return token;
}
