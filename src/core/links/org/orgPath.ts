/** The path of a file as Org's links in brackets have it, and back. */

/** Brackets are escaped, and backslashes in front of them and at the end, as Org 9.3 and later do; nothing is encoded. */
export function escapeOrgPath(path: string): string {
  return path.replace(/(\\*)([[\]])|(\\+)$/gu, (_, slashes?: string, bracket?: string, last?: string) =>
    bracket === undefined ? (last ?? '').repeat(2) : `${(slashes ?? '').repeat(2)}\\${bracket}`,
  );
}

export function unescapeOrgPath(written: string): string {
  return written
    .replace(/(\\+)([[\]]|$)/gu, (_, slashes: string, bracket: string) => '\\'.repeat(slashes.length >> 1) + bracket)
    .replace(/[^\S\n]*\n[^\S\n]*/gu, ' ');
}
