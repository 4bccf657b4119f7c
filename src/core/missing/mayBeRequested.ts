/** Whether a link of a document can ask for a picture that its writer wants, and not for something a tool makes of it. */
import type { FoundLink, LinkStyle } from '../links/linkStyle.ts';

/** What can be made. An icon or a drawing in vectors is something else than a picture of that size. */
const makeable = /\.(?:png|jpe?g|webp|avif|gif)$/iu;

/**
 * Templates of site generators (`{{ site.url }}`, `<%= x %>`, `${x}`, `%PUBLIC_URL%`, Pelican's `{static}` and `|static|`)
 * and aliases of bundlers, but for Docusaurus's.
 */
const template = /\{\{|\{%|\$\{|<%|\$\w|%[A-Z_]{3,}%|^\{\w+\}|^(?:@(?!site\/)|~|#)|[\p{Cc}*|]/u;

/** Stands for a letter that could not be read: nobody can say what the file is called. */
const unreadable = '\uFFFD';

const longest = 1_000;

/** The path as seen from the document. */
export function mayBeRequested(
  { path, isOutput }: Pick<FoundLink, 'path' | 'isOutput'>,
  { isProvided }: Pick<LinkStyle, 'isProvided'>,
): boolean {
  if (path === undefined || isOutput || isProvided?.(path)) return false;
  return path.length <= longest && makeable.test(path) && !template.test(path) && !path.includes(unreadable);
}
