/**
 * Addresses that a template writes in front of a path that is written out, as Jekyll, Hugo and Eleventy have it:
 * `{{ site.baseurl }}/img/x.png`, `{{ "/img/x.png" | relative_url }}`, `{% link img/x.png %}`.
 */
import { decodePath } from '../encodePath.ts';

export interface SiteUrl {
  /** From the site's root. */
  readonly path: string;
  /** What is written out of it, and where in the target that stands. */
  readonly target: string;
  readonly start: number;
}

const root = String.raw`\{\{-?[ \t]{0,9}(?:site\.(?:baseurl|url)|base\.url|\.?[Ss]ite\.BaseURL)[ \t]{0,9}-?\}\}`;
const literal =
  /^\{\{-?[ \t]{0,9}(["'])([^"'\\{}|]{1,500})\1[ \t]{0,9}\|[ \t]{0,9}(?:relative_url|absolute_url|relURL|absURL|url|prepend:[ \t]{0,9}site\.(?:baseurl|url))[^{}"']{0,100}\}\}$/u;
const behindRoot = new RegExp(String.raw`^(?:${root}){1,3}(/?[^{}]{1,500})$`, 'u');
const link = new RegExp(
  String.raw`^(?:${root}){0,3}\{%-?[ \t]{1,9}link[ \t]{1,9}([^\s{}%]{1,500})[ \t]{1,9}-?%\}$`,
  'u',
);

/** Undefined for any other target. */
export function siteUrl(written: string): SiteUrl | undefined {
  if (!written.startsWith('{')) return undefined;
  const target = literal.exec(written)?.[2] ?? (behindRoot.exec(written) ?? link.exec(written))?.[1];
  const path = target === undefined ? undefined : decodePath(target.trim());
  if (target === undefined || path === undefined) return undefined;
  return { path: path.startsWith('/') ? path : `/${path}`, target, start: written.lastIndexOf(target) };
}
