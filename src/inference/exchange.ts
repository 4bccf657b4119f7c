/** One exchange with a service: who we are, the token, and redirects that stay in the house. */
import { ImageFailure } from '../core/failure.ts';
import { withoutSecrets } from './reply/serviceWords.ts';
import type { HttpCall, HttpReply, Transport } from './transport.ts';

/** Some services turn away calls without one. No version and no machine: nobody needs to be told apart by it. */
const userAgent = 'depict';
const mostRedirects = 3;

/**
 * Follows a redirect only within the origin, and one that would turn a POST into a GET not at all: the prompt and the
 * token must not travel to another host, and an image that was asked for twice is paid for twice.
 * @throws {ImageFailure} as `Transport.send`, and `badReply` for a redirect that is not followed
 */
export async function exchange(
  call: HttpCall,
  token: string | undefined,
  transport: Transport,
  signal: AbortSignal,
): Promise<HttpReply> {
  const headers = {
    ...call.headers,
    'user-agent': userAgent,
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  };
  let url = new URL(call.url);
  for (let redirects = 0; ; redirects++) {
    const reply = await transport.send({ ...call, url: url.href, headers }, signal);
    const location = reply.headers['location'];
    if (!isRedirect(reply.status) || location === undefined) return reply;
    const target = URL.canParse(location, url.href) ? new URL(location, url) : undefined;
    const keepsMethod = call.method === 'GET' || reply.status === 307 || reply.status === 308;
    if (target?.origin !== url.origin || !keepsMethod || redirects === mostRedirects) {
      const detail = target ? { detail: withoutSecrets(`${target.origin}${target.pathname}`).slice(0, 500) } : {};
      const service = url.host;
      throw new ImageFailure({ kind: 'badReply', problem: 'redirect', service, status: reply.status, ...detail });
    }
    url = target;
  }
}

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}
