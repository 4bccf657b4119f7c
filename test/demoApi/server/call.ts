/** A request as the routes see it: read whole, with a signal that tells when the caller has hung up. */
import type { IncomingHttpHeaders } from 'node:http';

export interface Call {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** Aborted when the caller hangs up or the server closes. */
  readonly signal: AbortSignal;
}

/** A header's one value; repeated headers are joined as HTTP allows. */
export function headerOf(call: Call, name: string): string | undefined {
  const value = call.headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}
