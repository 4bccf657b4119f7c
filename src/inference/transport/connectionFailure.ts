/**
 * Says in our terms why a connection was not made or did not last. Texts and causes of the errors stay out: they can
 * hold addresses with passwords, headers and certificates.
 */
import { ImageFailure, type ConnectionProblem } from '../../core/failure.ts';
import { isCertificateCode } from './certificates.ts';
import { ProxyError } from './connections.ts';

/** @param service host that was asked, for people */
export function connectionFailure(error: unknown, service: string): ImageFailure {
  const code = codeOf(error);
  const problem = error instanceof ProxyError ? 'proxy' : problemOf(code);
  return new ImageFailure({ kind: 'offline', service, problem, ...(code === undefined ? {} : { code }) });
}

function problemOf(code: string | undefined): ConnectionProblem {
  if (code === undefined) return 'other';
  return isCertificateCode(code) ? 'certificate' : (table.find(([codes]) => codes.test(code))?.[1] ?? 'other');
}

/** Codes of Node (libuv) and undici. */
const table: readonly (readonly [RegExp, ConnectionProblem])[] = [
  [/^(ENOTFOUND|EAI_\w+)$/, 'nameNotFound'],
  [/^ECONNREFUSED$/, 'refused'],
  [/^(EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|EADDRNOTAVAIL|ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/, 'unreachable'],
  [/^(ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_SOCKET)$/, 'reset'],
];

/** The first code of an error or of what lies behind it: several addresses give an `AggregateError`, `fetch` a cause. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof ProxyError) return error.reason;
  const code: unknown = 'code' in error ? error.code : undefined;
  if (typeof code === 'string') return code;
  return codeOf(error instanceof AggregateError ? error.errors[0] : error.cause);
}
