/** Whether a link of a document can ask for a picture that its writer wants, and not for something a tool makes of it. */
import type { FoundLink, LinkStyle } from '../links/linkStyle.ts';
import { imageEnding } from '../names/imageEnding.ts';

/** A mistyped `..`, which browsers and disks take for a folder of that name. */
const manyDots = /(?:^|\/)\.{3,}\//u;

/**
 * Templates of site generators (`{{ site.url }}`, `<%= x %>`, `${x}`, `%PUBLIC_URL%`, Pelican's `{static}` and `|static|`)
 * and aliases of bundlers, but for Docusaurus's.
 */
const template = /\{\{|\{%|\$\{|<%|\$\w|%[A-Z_]{3,}%|^\{\w+\}|^(?:@(?!site\/)|~|#)|[\p{Cc}*|]/u;

/** Stands for a letter that could not be read: nobody can say what the file is called. */
const unreadable = '\uFFFD';

const longest = 1_000;

/** A page with a folder of its own has its images in there. */
const ownFolder = /\/(?:_?index|readme)\.[^/]+$/iu;

/**
 * The path as seen from the document.
 * @param page where the document lies, as a `Uri.path`, if it lies anywhere
 */
export function mayBeRequested(
  { path, isOutput, isBareName }: Pick<FoundLink, 'path' | 'isOutput' | 'isBareName'>,
  { isProvided }: Pick<LinkStyle, 'isProvided'>,
  page?: { readonly path: string; readonly languageId: string },
): boolean {
  if (path === undefined || isOutput || isProvided?.(path)) return false;
  // Of 73 such names in posts of public sites, 67 were looked for in a folder that only the site's code knows; Quarto,
  // which the others were for, looks beside the page.
  if (isBareName && page && page.languageId !== 'quarto' && !ownFolder.test(page.path)) return false;
  // An icon or a drawing in vectors is something else than a picture of that size.
  if (path.length > longest || !imageEnding.test(path) || path.includes(unreadable)) return false;
  return !template.test(path) && !manyDots.test(path);
}
