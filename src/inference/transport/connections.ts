/** Opens the connections of undici: direct ones and those through a proxy, with our certificates. */
// Programs that only import this folder would not find the types otherwise.
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="./undici.d.ts" />
import type { Socket } from 'node:net';
import { createSecureContext, type SecureContext } from 'node:tls';
import type { Dispatcher, buildConnector as Connectors } from 'undici';
import connect from 'undici/lib/api/api-connect.js';
import buildConnector from 'undici/lib/core/connect.js';
import Agent from 'undici/lib/dispatcher/agent.js';
import { isCertificateCode } from './certificates.ts';
import type { LinkGuard } from './linkGuard.ts';
import type { Proxy } from './proxyFor.ts';

/**
 * A proxy cannot be reached, or does not open a tunnel. The reason is not called `code`: undici tries again for ever
 * where a connector fails with the code UND_ERR_SOCKET, which is what a proxy that hangs up gives.
 */
export class ProxyError extends Error {
  override readonly name = 'ProxyError';
  /** Code of the error behind it, or the proxy's HTTP status. */
  readonly reason: string;

  constructor(reason: string) {
    super(`The proxy does not help: ${reason}`);
    this.reason = reason;
  }
}

export interface Connections {
  direct(): Dispatcher;
  /** Direct, and only where the guard of that service lets a link lead. */
  guarded(service: string, guard: LinkGuard): Dispatcher;
  /** To the proxy itself, for http requests: it passes them on. */
  toProxy(): Dispatcher;
  /** Through the proxy to https origins. */
  tunnel(proxy: Proxy): Dispatcher;
  /** Whether an error came from opening a connection: nothing of the request was sent then. */
  neverOpened(error: unknown): boolean;
  /** Closes idle connections; requests under way end first. A job that still has to ask again gets new ones. */
  close(): Promise<void>;
}

export interface ConnectionOptions {
  /** False: no certificate is checked on the way through a proxy, its own and those behind it. */
  readonly strictProxy: boolean;
  /** All that are trusted; undefined leaves it to Node. Called once, for the first https connection. */
  readonly certificates: () => readonly string[] | undefined;
}

type Connector = Connectors.connector;

const connectMilliseconds = 10_000;
const tunnelMilliseconds = 30_000;

/** undici's own timers would end a slow model's call after five minutes; the deadline of a job is the one that counts. */
const untimed = { headersTimeout: 0, bodyTimeout: 0 } as const;

export function createConnections({ strictProxy, certificates }: ConnectionOptions): Connections {
  const unopened = new WeakSet<Error>();
  const agents = new Map<string, Agent>();
  let trusted: SecureContext | undefined;

  /** Built for the first https connection and once: it holds hundreds of certificates. */
  function trustedContext(): SecureContext {
    const ca = trusted ? undefined : certificates();
    trusted ??= createSecureContext(ca ? { ca: [...ca] } : {});
    return trusted;
  }

  function opener(checked: boolean, guard?: LinkGuard): Connector {
    const lookup = guard ? { lookup: guard.lookup } : {};
    const plain = buildConnector({ timeout: connectMilliseconds, ...lookup });
    let secure: Connector | undefined;
    return (target, callback) => {
      if (target.protocol !== 'https:') return plain(target, callback);
      secure ??= buildConnector({
        timeout: connectMilliseconds,
        secureContext: trustedContext(),
        ...(checked ? {} : { rejectUnauthorized: false }),
        ...lookup,
      });
      return secure(target, callback);
    };
  }

  function guardedOpener(guard: LinkGuard): Connector {
    const open = opener(true, guard);
    const openChecked = async (...[target, callback]: Parameters<Connector>): Promise<void> => {
      try {
        await guard.check(target.hostname);
      } catch (error) {
        callback(error as Error, null);
        return;
      }
      open(target, callback);
    };
    return (target, callback) => void openChecked(target, callback);
  }

  function agent(key: string, open: () => Connector, timeouts: Agent.Options = untimed): Agent {
    const known = agents.get(key) ?? new Agent({ ...timeouts, connect: remembering(open()) });
    agents.set(key, known);
    return known;
  }

  function remembering(open: Connector): Connector {
    return (target, callback) =>
      open(target, (...result) => {
        if (result[0]) unopened.add(result[0]);
        callback(...result);
      });
  }

  function proxyOpener(): Connector {
    const open = opener(strictProxy);
    return (target, callback) =>
      open(target, (...result) => (result[0] ? callback(blameProxy(result[0]), null) : callback(...result)));
  }

  async function openTunnel(proxy: Proxy, authority: string): Promise<Socket> {
    const tunnels = agent('tunnels', proxyOpener, { headersTimeout: tunnelMilliseconds });
    const { socket, statusCode } = await connect.call(tunnels, {
      origin: proxy.origin,
      path: authority,
      headers: { host: authority, ...proxyHeaders(proxy) },
    });
    if (statusCode === 200) return socket as Socket;
    socket.on('error', () => undefined).destroy();
    throw new ProxyError(String(statusCode));
  }

  function tunnelOpener(proxy: Proxy): Connector {
    const encrypt = opener(strictProxy);
    const open = async (...[target, callback]: Parameters<Connector>): Promise<void> => {
      let httpSocket: Socket;
      try {
        httpSocket = await openTunnel(proxy, `${target.host ?? target.hostname}${target.port ? '' : ':443'}`);
      } catch (error) {
        callback(blameProxy(error as Error), null);
        return;
      }
      encrypt({ ...target, httpSocket }, callback);
    };
    return (target, callback) => void open(target, callback);
  }

  return {
    direct: () => agent('direct', () => opener(true)),
    // Connections of its own: one that is open already would not be looked at.
    guarded: (service, guard) => agent(`links of ${service}`, () => guardedOpener(guard)),
    toProxy: () => agent('proxies', proxyOpener),
    tunnel: (proxy) => agent(`${proxy.authorization ?? ''}@${proxy.origin}`, () => tunnelOpener(proxy)),
    neverOpened: (error) => error instanceof Error && unopened.has(error),
    close: async () => {
      const open = [...agents.values()];
      agents.clear();
      await Promise.all(open.map((each) => each.close()));
    },
  };
}

export function proxyHeaders({ authorization }: Proxy): Record<string, string> {
  return authorization === undefined ? {} : { 'proxy-authorization': authorization };
}

/** What goes wrong on the way to a proxy is its doing, but for a certificate that is not trusted: that can be mended. */
function blameProxy(error: Error & { code?: unknown }): Error {
  if (error instanceof ProxyError) return error;
  const code = typeof error.code === 'string' ? error.code : 'unknown';
  return isCertificateCode(code) ? error : new ProxyError(code);
}
