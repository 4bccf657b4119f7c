/** The first address in a `text/uri-list`, whose lines that start with `#` are comments (RFC 2483). */
export function firstUri(list: string): string | undefined {
  return list
    .split(/\r?\n/)
    .map((line) => line.trim())
    .find((line) => line !== '' && !line.startsWith('#'));
}
