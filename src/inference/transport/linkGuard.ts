/**
 * Lets connections to addresses that came in an answer go only where such an address may lead. It stands where the name
 * is resolved, so that the address that was looked at is the one that is connected to.
 */
import type { LookupOptions } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { isLoopbackAddress, isPublicAddress } from './isPublicAddress.ts';

export class LinkError extends Error {
  override readonly name = 'LinkError';

  constructor() {
    super('The link leads to an address from where nothing is fetched');
  }
}

/** All addresses of a name. */
export type Resolve = (host: string) => Promise<readonly ResolvedAddress[]>;

export interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}

export interface LinkGuard {
  /** For names. */
  readonly lookup: LookupFunction;
  /** For addresses in numbers, which nobody looks up. @throws {LinkError} */
  check(hostname: string): Promise<void>;
}

/** @param service origin of the service whose answer holds the link */
export function createLinkGuard(service: string, resolve: Resolve): LinkGuard {
  const home = plainHost(new URL(service).hostname);

  async function homeAddresses(): Promise<readonly string[]> {
    if (isIP(home)) return [home];
    const found = await resolve(home).catch(() => []);
    return found.map(({ address }) => address);
  }

  /** Those that a link may lead to. The service's own addresses are looked up only where it matters. */
  async function allowed(found: readonly ResolvedAddress[]): Promise<readonly ResolvedAddress[]> {
    if (found.every(({ address }) => isPublicAddress(address))) return found;
    const own = await homeAddresses();
    const onLoopback = own.some(isLoopbackAddress);
    return found.filter(
      ({ address }) => isPublicAddress(address) || own.includes(address) || (onLoopback && isLoopbackAddress(address)),
    );
  }

  async function find(hostname: string, { family = 0 }: LookupOptions): Promise<readonly ResolvedAddress[]> {
    const wanted = Number(String(family).replace('IPv', ''));
    const may = await allowed(await resolve(hostname));
    const found = may.filter((one) => wanted === 0 || one.family === wanted);
    if (found.length === 0) throw new LinkError();
    return found;
  }

  async function lookUp(...[hostname, options, callback]: Parameters<LookupFunction>): Promise<void> {
    let found: readonly ResolvedAddress[];
    try {
      found = await find(hostname, options);
    } catch (error) {
      callback(error as NodeJS.ErrnoException, '');
      return;
    }
    const [first] = found;
    if (options.all) callback(null, [...found]);
    else callback(null, first?.address ?? '', first?.family);
  }

  return {
    lookup: (hostname, options, callback) => void lookUp(hostname, options, callback),
    async check(hostname) {
      const host = plainHost(hostname);
      const family = isIP(host);
      if (family !== 0 && (await allowed([{ address: host, family }])).length === 0) throw new LinkError();
    },
  };
}

/**
 * What can be said of a link that somebody else connects to, a proxy or the host's `fetch`: numbers are looked at, and
 * names that are never of the open internet.
 * @throws {LinkError}
 */
export async function checkByName(hostname: string, service: string, guard: LinkGuard): Promise<void> {
  if (plainHost(hostname) === plainHost(new URL(service).hostname)) return;
  if (isInsideName(hostname)) throw new LinkError();
  await guard.check(hostname);
}

/** Names without a dot are found inside a network only: ICANN gives none of them an address (SAC 053). */
function isInsideName(hostname: string): boolean {
  const name = hostname.replace(/\.$/, '');
  if (isIP(plainHost(hostname)) === 0 && !name.includes('.')) return true;
  return /(^|\.)(localhost|localdomain|local|internal|intranet|corp|home|lan|home\.arpa)$/i.test(name);
}

function plainHost(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '');
}
