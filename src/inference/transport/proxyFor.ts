/** Decides from VS Code's settings and the environment whether a request goes through a proxy, and which. */
import { isLoopback } from '../../core/token/tokenRule.ts';
import { isLoopbackAddress } from './isPublicAddress.ts';

/** VS Code's own `http.*` settings: a bundled undici does not see what they do to the host's network modules. */
export interface NetworkSettings {
  /** `off` means no proxy at all, whatever the environment says. */
  readonly proxySupport: string;
  /** `http.proxy`; may hold a user and a password. */
  readonly proxy: string | undefined;
  /** `http.proxyAuthorization`: the whole header. */
  readonly proxyAuthorization: string | undefined;
  /** False: certificates are not checked on connections that go through a proxy. */
  readonly proxyStrictSSL: boolean;
  /** `http.noProxy`; empty: the environment's list counts. */
  readonly noProxy: readonly string[];
  /** Trust the certificates of the operating system too. */
  readonly systemCertificates: boolean;
}

export interface Proxy {
  readonly origin: string;
  readonly host: string;
  /** For `Proxy-Authorization`. */
  readonly authorization?: string;
}

/** A kind of proxy that is not spoken here, such as SOCKS. The host's own `fetch` may know it. */
export const unknownProxy = Symbol('a proxy of an unknown kind');

export type Environment = Readonly<Record<string, string | undefined>>;

/** Undefined: the connection is direct. Loopback always is. */
export function proxyFor(
  url: URL,
  settings: NetworkSettings,
  env: Environment,
): Proxy | typeof unknownProxy | undefined {
  if (settings.proxySupport === 'off' || isThisMachine(url)) return undefined;
  const address = settings.proxy ?? fromEnvironment(url, env);
  if (!address) return undefined;
  const exceptions = settings.noProxy.length > 0 ? settings.noProxy : splitList(variable(env, 'no_proxy') ?? '');
  if (exceptions.some((entry) => covers(entry, url))) return undefined;

  // curl and others take "proxy:3128" for http.
  const complete = /^[a-z\d+.-]+:\/\//i.test(address) ? address : `http://${address}`;
  const proxy = URL.canParse(complete) ? new URL(complete) : undefined;
  if (!proxy || !/^https?:$/.test(proxy.protocol)) return unknownProxy;
  const authorization = settings.proxyAuthorization ?? basicAuthorization(proxy);
  return { origin: proxy.origin, host: proxy.host, ...(authorization === undefined ? {} : { authorization }) };
}

/** Also an IPv4 address of it that is written as an IPv6 one: of a proxy that would be the proxy's own machine. */
function isThisMachine({ origin, hostname }: URL): boolean {
  return isLoopback(origin) || isLoopbackAddress(hostname.replace(/^\[|\]$/g, ''));
}

function fromEnvironment({ protocol }: URL, env: Environment): string | undefined {
  return variable(env, protocol === 'https:' ? 'https_proxy' : 'http_proxy') ?? variable(env, 'all_proxy');
}

function variable(env: Environment, name: string): string | undefined {
  return env[name] || env[name.toUpperCase()] || undefined;
}

function splitList(list: string): readonly string[] {
  return list.split(/[\s,]+/).filter((entry) => entry !== '');
}

/** `example.com`, `.example.com`, `*.example.com` (all with their subdomains), each with or without a port, or `*`. */
function covers(entry: string, url: URL): boolean {
  if (entry === '*') return true;
  const [, pattern = '', port] = /^(.*?)(?::(\d+))?$/.exec(entry.trim().toLowerCase()) ?? [];
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isAddress(entry, host)) return true;
  if (port !== undefined && port !== (url.port || (url.protocol === 'https:' ? '443' : '80'))) return false;
  const name = pattern.replace(/^\*?\.?/, '').replace(/^\[|\]$/g, '');
  return name !== '' && (host === name || host.endsWith(`.${name}`));
}

/** An IPv6 address without brackets looks as if it had a port. */
function isAddress(entry: string, host: string): boolean {
  return entry.trim().toLowerCase() === host;
}

function basicAuthorization({ username, password }: URL): string | undefined {
  if (username === '') return undefined;
  const credentials = `${decoded(username)}:${decoded(password)}`;
  return `Basic ${Buffer.from(credentials).toString('base64')}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
