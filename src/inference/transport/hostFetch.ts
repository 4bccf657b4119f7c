/** The second way out: the host's own `fetch`, which VS Code has taught its proxies, sign-ins and certificates. */
import { requestIdIn } from '../reply/requestIdIn.ts';
import type { HttpCall, HttpReply } from '../transport.ts';
import { readReplyBody } from './readReplyBody.ts';

export type Fetch = typeof globalThis.fetch;

export async function sendByFetch(fetch: Fetch, call: HttpCall, signal: AbortSignal): Promise<HttpReply> {
  const { method, headers, body } = call;
  const response = await fetch(call.url, {
    method,
    headers,
    redirect: 'manual',
    signal,
    ...(body === undefined ? {} : { body }),
  });
  const { status, statusText } = response;
  const replyHeaders = Object.fromEntries(response.headers);
  return {
    status,
    statusText,
    headers: replyHeaders,
    body: await readReplyBody(response.body ?? noChunks(), {
      status,
      service: new URL(call.url).host,
      requestId: requestIdIn(replyHeaders),
      signal,
      // `fetch` has taken the encoding off, so the length does not count what we see.
      encoding: undefined,
      length: replyHeaders['content-encoding'] ? undefined : replyHeaders['content-length'],
    }),
  };
}

async function* noChunks(): AsyncGenerator<Uint8Array> {}
