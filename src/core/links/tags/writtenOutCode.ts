/** The path in a value of code that is written out: `require('./x.png').default`, `useBaseUrl('/x.png')`, `"x.png"`. */
import { decodePath } from '../encodePath.ts';

export interface WrittenOut {
  readonly target: string;
  /** Where the target stands in the code. */
  readonly start: number;
  /** Undefined for a complete URI. */
  readonly path: string | undefined;
}

const call =
  /^\s{0,20}(?:(require|useBaseUrl|\$?withBase|withPrefix)\(\s{0,20})?(["'])([^"'`\\$\r\n]{1,1000})\2\s{0,20}(?:(\))(?:\.default)?)?\s{0,20}$/u;

/** Undefined for what only a program knows. */
export function writtenOutCode(code: string): WrittenOut | undefined {
  const match = call.exec(code);
  if (!match) return undefined;
  const [whole, name, quote = '', target = '', close] = match;
  if ((name === undefined) !== (close === undefined)) return undefined;
  // Anything else is a package.
  if (name === 'require' && !/^(?:\.{1,2}\/|@site\/)/u.test(target)) return undefined;
  const path = decodePath(target);
  const isFromRoot = name !== undefined && name !== 'require' && path !== undefined && !path.startsWith('/');
  return { target, start: whole.indexOf(quote) + 1, path: isFromRoot ? `/${path}` : path };
}
