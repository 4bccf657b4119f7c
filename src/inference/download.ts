/** Fetches a picture from the address that a service has given: at once, as it is short-lived, and without the token. */
import { ImageFailure, isImageFailure, type Evidence, type ReplyProblem } from '../core/failure.ts';
import { findImage } from './reply/findImage.ts';
import type { HttpReply, Transport } from './transport.ts';

const mostRedirects = 3;
/** Seconds before each further try. The picture was paid for, and fetching it costs nothing. */
const pauses = [1, 2, 4];

/**
 * The bytes, or the same in base64. https only, or http where the service itself was reached over http; never from an
 * address inside a network unless the service is there, which the transport holds to at every hop.
 * @param link as the service wrote it: absolute, or relative to its own address
 * @param serviceUrl where the service was asked
 * @throws {ImageFailure} `badReply` (`linkRefused`, `linkGone` and others), `offline`, `providerDown`
 * @throws the signal's reason, when it is aborted
 */
export async function download(
  link: string,
  serviceUrl: string,
  transport: Transport,
  signal: AbortSignal,
): Promise<Uint8Array | string> {
  for (let failed = 0; ; failed++) {
    const pause = pauses[failed];
    try {
      return await fetchOnce(link, serviceUrl, transport, signal);
    } catch (error) {
      signal.throwIfAborted();
      if (pause === undefined || !isPassing(error)) throw error;
      await transport.wait(pause * 1_000, signal);
    }
  }
}

async function fetchOnce(
  link: string,
  serviceUrl: string,
  transport: Transport,
  signal: AbortSignal,
): Promise<Uint8Array | string> {
  const service = new URL(serviceUrl);
  let from = service;
  let next = link;
  for (let redirects = 0; ; redirects++) {
    const url = checkedLink(next, from, service);
    const headers = { accept: 'image/*,*/*;q=0.8', 'user-agent': 'depict' };
    const reply = await transport.send({ method: 'GET', url: url.href, headers, linkedFrom: service.origin }, signal);
    const { location } = reply.headers;
    if (![301, 302, 303, 307, 308].includes(reply.status) || location === undefined) {
      return pictureIn(reply, url.host);
    }
    if (redirects === mostRedirects) throw badLink('redirect', { service: url.host, status: reply.status });
    [from, next] = [url, location];
  }
}

/** @throws {ImageFailure} `linkRefused` */
function checkedLink(link: string, from: URL, service: URL): URL {
  const url = URL.canParse(link, from.href) ? new URL(link, from) : undefined;
  const protocols = service.protocol === 'http:' ? ['https:', 'http:'] : ['https:'];
  if (!url || url.username !== '' || url.password !== '' || !protocols.includes(url.protocol)) {
    throw badLink('linkRefused', { service: url?.host || service.host });
  }
  return url;
}

function pictureIn(reply: HttpReply, service: string): Uint8Array | string {
  const { status } = reply;
  const evidence = { service, status };
  // Signed addresses that have run out: 403 at most storages, 404 or 410 at others.
  if ([401, 403, 404, 410].includes(status)) throw badLink('linkGone', evidence);
  if (status >= 200 && status <= 299) {
    const read = findImage(reply);
    if (read.type === 'image') return read.data;
    throw badLink(read.problem, evidence);
  }
  if (status === 429) throw new ImageFailure({ kind: 'rateLimited', ...evidence });
  if (status >= 500) throw new ImageFailure({ kind: 'providerDown', ...evidence });
  throw badLink('unexpectedStatus', evidence);
}

/** Whether another try may help. */
function isPassing(error: unknown): boolean {
  if (!isImageFailure(error)) return false;
  const { failure } = error;
  if (failure.kind === 'badReply') return failure.problem === 'truncated' || failure.problem === 'empty';
  return ['offline', 'providerDown', 'rateLimited'].includes(failure.kind);
}

function badLink(problem: ReplyProblem, evidence: Evidence): ImageFailure {
  return new ImageFailure({ kind: 'badReply', problem, ...evidence });
}
