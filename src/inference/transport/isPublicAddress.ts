/** Tells addresses of the open internet from those of a machine, a network, or nobody. */
import { isIPv4, isIPv6 } from 'node:net';

/** IANA's registries of special-purpose addresses: the first bits, and how many of them. */
const special4: readonly (readonly [address: string, bits: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** Of those that begin like public ones. Teredo and 6to4 hide an IPv4 address that nobody here looks at. */
const special6: readonly (readonly [address: string, bits: number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const public6 = ['2000::', 3] as const;
/** Networks with IPv6 alone reach IPv4 by these: the last four bytes are that address (RFC 6052). */
const translated = ['64:ff9b::', 96] as const;

/** False for what is no address. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return isPublic4(bytes4(address));
  const bytes = isIPv6(address) ? bytes6(address) : undefined;
  if (!bytes) return false;
  if (startsWith(bytes, bytes6(translated[0]), translated[1])) return isPublic4(bytes.slice(12));
  if (!startsWith(bytes, bytes6(public6[0]), public6[1])) return false;
  return !special6.some(([prefix, bits]) => startsWith(bytes, bytes6(prefix), bits));
}

/** 127.0.0.0/8 and ::1, also written as an IPv4 address in IPv6. */
export function isLoopbackAddress(address: string): boolean {
  const v4 = isIPv4(address) ? bytes4(address) : isIPv6(address) ? mapped4(bytes6(address)) : undefined;
  return v4
    ? v4[0] === 127
    : isIPv6(address) && bytes6(address).every((byte, index) => byte === (index === 15 ? 1 : 0));
}

function isPublic4(bytes: readonly number[]): boolean {
  return !special4.some(([prefix, bits]) => startsWith(bytes, bytes4(prefix), bits));
}

/** `::ffff:127.0.0.1` */
function mapped4(bytes: readonly number[]): readonly number[] | undefined {
  return startsWith(bytes, bytes6('::ffff:0:0'), 96) ? bytes.slice(12) : undefined;
}

function startsWith(bytes: readonly number[], prefix: readonly number[], bits: number): boolean {
  return bytes.every((byte, index) => {
    const here = Math.min(8, Math.max(0, bits - index * 8));
    const mask = (0xff << (8 - here)) & 0xff;
    return (byte & mask) === ((prefix[index] ?? 0) & mask);
  });
}

function bytes4(address: string): readonly number[] {
  return address.split('.').map(Number);
}

/** @param address known to be one; may end in an IPv4 address and name a zone */
function bytes6(address: string): readonly number[] {
  const [plain = ''] = address.split('%');
  const hex = plain.replace(/\d+\.\d+\.\d+\.\d+$/, (v4) => {
    const [a = 0, b = 0, c = 0, d = 0] = bytes4(v4);
    return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
  });
  const [head = '', tail] = hex.split('::');
  const [left, right] = [groupsOf(head), groupsOf(tail)];
  const gap = tail === undefined ? 0 : 8 - left.length - right.length;
  return [...left, ...Array.from({ length: gap }, () => '0'), ...right].flatMap((group) => {
    const value = Number.parseInt(group, 16);
    return [value >> 8, value & 0xff];
  });
}

function groupsOf(text: string | undefined): readonly string[] {
  return text ? text.split(':') : [];
}
