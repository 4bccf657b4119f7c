/** Between a path and its place in a link: the percent-encoding of URIs. */

const scheme = /^[A-Za-z][A-Za-z0-9+.-]*:/u;

/** What template languages fill in: Jinja, Liquid, Vue and Angular, PHP, EJS, JavaScript. */
const placeholder = /\{\{|\{%(?![0-9A-Fa-f]{2})|<\?|<%(?![0-9A-Fa-f]{2})|\$\{/u;

/** A path in ASCII, as `encodeURI` writes it, with `%`, `#` and `?` encoded too: they are part of the file's name. */
export function encodePath(path: string): string {
  return encodeURI(wellFormed(path)).replace(/[#?]/gu, (character) => (character === '#' ? '%23' : '%3F'));
}

/** Encodes only the characters that `pattern` (global) finds. */
export function encodeOnly(path: string, pattern: RegExp): string {
  return wellFormed(path).replace(pattern, (text) => encodeURIComponent(text));
}

/**
 * The path that a target means, without query and fragment; undefined for one with a scheme or a host, or that a program
 * fills in. A `%` that encodes nothing stands for itself, as browsers and VS Code have it.
 */
export function decodePath(target: string): string | undefined {
  if (scheme.test(target) || target.startsWith('//') || placeholder.test(target)) return undefined;
  return target.replace(/[?#][^]*$/u, '').replace(/(?:%[0-9A-Fa-f]{2})+/gu, decoded);
}

/** Says that a path would be read as a URI with a scheme, such as `a:b.png`. */
export function looksLikeUri(path: string): boolean {
  return scheme.test(path);
}

function decoded(bytes: string): string {
  try {
    return decodeURIComponent(bytes);
  } catch (error) {
    if (error instanceof URIError) return bytes;
    throw error;
  }
}

/** Half of a surrogate pair is no character and cannot be encoded. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\uFFFD');
}
