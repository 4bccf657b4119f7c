/** HTTP for Node: undici for speed, and the host's `fetch` where no connection of ours opens. */
import { lookup } from 'node:dns/promises';
import type { Dispatcher } from 'undici';
import request from 'undici/lib/api/api-request.js';
import { ImageFailure, isImageFailure } from '../../core/failure.ts';
import { isLoopback } from '../../core/token/tokenRule.ts';
import { requestIdIn } from '../reply/requestIdIn.ts';
import type { HttpCall, HttpReply, Transport, Way } from '../transport.ts';
import { systemCertificates } from './certificates.ts';
import { connectionFailure } from './connectionFailure.ts';
import { createConnections, proxyHeaders, ProxyError } from './connections.ts';
import { decodeBase64 } from './decodeBase64.ts';
import { sendByFetch, type Fetch } from './hostFetch.ts';
import { isTurnedAway } from './isTurnedAway.ts';
import { checkByName, createLinkGuard, LinkError, type LinkGuard, type Resolve } from './linkGuard.ts';
import { orAborted } from './orAborted.ts';
import { proxyFor, unknownProxy, type Environment, type NetworkSettings } from './proxyFor.ts';
import { readReplyBody } from './readReplyBody.ts';
import { wait } from './wait.ts';

export type { NetworkSettings } from './proxyFor.ts';

export interface NodeTransport extends Transport {
  /** Closes idle connections; requests under way end first. */
  close(): Promise<void>;
  /** How a request would travel. What the host's `fetch` may know beside that is not told. */
  wayTo(url: string): Way;
}

/** What the process brings along. */
export interface Host {
  readonly env: Environment;
  /** Undefined: there is no second way out. */
  readonly fetch: Fetch | undefined;
  /** All that are trusted; undefined leaves it to Node. Called once, for the first https connection. */
  readonly certificates: () => readonly string[] | undefined;
  readonly resolve: Resolve;
}

const thisHost: Host = {
  env: process.env,
  fetch: globalThis.fetch,
  certificates: systemCertificates,
  resolve: (host) => lookup(host, { all: true }),
};

export function createUndiciTransport(settings: NetworkSettings, host: Host = thisHost): NodeTransport {
  const connections = createConnections({
    strictProxy: settings.proxyStrictSSL,
    certificates: settings.systemCertificates ? host.certificates : () => undefined,
  });
  /** Origins that only the host's `fetch` has reached. */
  const byFetch = new Set<string>();
  const guards = new Map<string, LinkGuard>();

  function guardOf(service: string): LinkGuard {
    const guard = guards.get(service) ?? createLinkGuard(service, host.resolve);
    guards.set(service, guard);
    return guard;
  }

  async function sendByUndici(call: HttpCall, signal: AbortSignal): Promise<HttpReply> {
    const url = new URL(call.url);
    const { dispatcher, proxied, ...target } = await route(url, call.linkedFrom);
    const sending = request.call(dispatcher, {
      method: call.method,
      ...target,
      headers: { ...call.headers, ...target.headers },
      signal,
      ...(call.body === undefined ? {} : { body: call.body }),
    });
    const response = await orAborted(sending, signal);
    const headers = joined(response.headers);
    const { statusCode: status, statusText } = response;
    if (proxied && isTurnedAway(status, headers)) {
      response.body.on('error', () => undefined).destroy();
      throw new ProxyError(String(status));
    }
    const body = await readReplyBody(response.body, {
      status,
      service: url.host,
      requestId: requestIdIn(headers),
      signal,
      encoding: headers['content-encoding'],
      length: headers['content-length'],
    });
    return { status, statusText, headers, body };
  }

  /** An http request is handed to a proxy whole, an https one goes through a tunnel that the proxy cannot look into. */
  async function route(url: URL, linkedFrom: string | undefined): Promise<Route> {
    const { origin } = url;
    const path = `${url.pathname}${url.search}`;
    const proxy = proxyFor(url, settings, host.env);
    if (proxy === unknownProxy) throw new ProxyError('unknown kind');
    const direct = { origin, path, headers: {}, proxied: false };
    if (!proxy) {
      const guarded = linkedFrom === undefined ? undefined : connections.guarded(linkedFrom, guardOf(linkedFrom));
      return { ...direct, dispatcher: guarded ?? connections.direct() };
    }
    if (linkedFrom !== undefined) await checkByName(url.hostname, linkedFrom, guardOf(linkedFrom));
    if (url.protocol === 'https:') return { ...direct, dispatcher: connections.tunnel(proxy) };
    const headers = { host: url.host, ...proxyHeaders(proxy) };
    const handedOver = { origin: proxy.origin, path: `${origin}${path}`, headers, proxied: true };
    return { ...handedOver, dispatcher: connections.toProxy() };
  }

  /**
   * The host's `fetch` may know a proxy where there is none for us, and loopback must not go through any. A link goes
   * that way only if its service had to: nobody can look there at what it resolves to.
   */
  function secondWay(origin: string, { linkedFrom }: HttpCall): Fetch | undefined {
    const needless = linkedFrom !== undefined && !byFetch.has(linkedFrom);
    return isLoopback(origin) || needless ? undefined : host.fetch;
  }

  async function sendBy(fetch: Fetch, call: HttpCall, signal: AbortSignal): Promise<HttpReply> {
    const { linkedFrom } = call;
    if (linkedFrom !== undefined) await checkByName(new URL(call.url).hostname, linkedFrom, guardOf(linkedFrom));
    return sendByFetch(fetch, call, signal);
  }

  return {
    async send(call, signal) {
      signal.throwIfAborted();
      const { origin, host: service } = new URL(call.url);
      const fetch = secondWay(origin, call);
      try {
        if (fetch && byFetch.has(origin)) return await sendBy(fetch, call, signal);
        return await sendByUndici(call, signal);
      } catch (error) {
        signal.throwIfAborted();
        if (isImageFailure(error)) throw error;
        if (error instanceof LinkError) throw new ImageFailure({ kind: 'badReply', problem: 'linkRefused', service });
        const nothingSent = connections.neverOpened(error) || error instanceof ProxyError;
        if (!fetch || byFetch.delete(origin) || !nothingSent) throw connectionFailure(error, service);
        return await sendBy(fetch, call, signal).then(
          (reply) => {
            byFetch.add(origin);
            return reply;
          },
          (second: unknown) => {
            signal.throwIfAborted();
            // Our own failure names the reason; that of `fetch` is often just "fetch failed".
            if (second instanceof LinkError)
              throw new ImageFailure({ kind: 'badReply', problem: 'linkRefused', service });
            throw isImageFailure(second) ? second : connectionFailure(error, service);
          },
        );
      }
    },
    decodeBase64,
    now: () => Date.now(),
    wait,
    close: () => connections.close(),
    wayTo(url) {
      const proxy = proxyFor(new URL(url), settings, host.env);
      if (proxy === unknownProxy) return { type: 'strange' };
      return proxy ? { type: 'proxy', host: proxy.host } : { type: 'direct' };
    },
  };
}

interface Route {
  readonly dispatcher: Dispatcher;
  readonly origin: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The proxy itself answers, for the service or for itself. */
  readonly proxied: boolean;
}

function joined(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value ?? '')]));
}
