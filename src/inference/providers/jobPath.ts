/** Takes the path of a job out of an address that a provider gives: its host is never asked, only the router is. */

/**
 * @param address of the provider's own host, where it thinks that it was asked
 * @param pattern what a job's path looks like at this provider
 * @returns undefined where the address is none, or leads elsewhere
 */
export function jobPath(address: unknown, pattern: RegExp): string | undefined {
  if (typeof address !== 'string' || !URL.canParse(address)) return undefined;
  const { pathname } = new URL(address);
  return isJobPath(pathname, pattern) ? pathname : undefined;
}

/** No part of it may be `..`, whatever the pattern lets through. */
export function isJobPath(path: string, pattern: RegExp): boolean {
  return path.length <= 500 && pattern.test(path) && !path.split('/').some((part) => /^\.{1,2}$/.test(part));
}
