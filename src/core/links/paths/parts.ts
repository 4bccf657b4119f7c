/** Documents that are only put into others, which may be anywhere: from there the paths in them are seen. */
import { baseName, parentPath, segmentsOf } from '../../names/uriPath.ts';

/**
 * Languages whose tools put a part in as text: snippets of MkDocs, includes of Jekyll, mdBook, VitePress, Quarto, Sphinx.
 * Typst, Org and MDX see paths from the part itself; parts of AsciiDoc and LaTeX have rules of their own.
 */
const languages: ReadonlySet<string> = new Set(['markdown', 'quarto', 'rmd', 'restructuredtext', 'rst']);

const folder =
  /^_?(?:includes?|partials?|snippets?|fragments?|reuse|reusables?|transclusions?)$|^_(?:shared|common)$/iu;

/** By its name, or that of a folder around it below the workspace folder. Both are `Uri.path`s. */
export function isPart(documentPath: string, workspaceFolderPath: string, languageId: string): boolean {
  if (!languages.has(languageId)) return false;
  if (/^_(?!index\b)/u.test(baseName(documentPath))) return true;
  const below = segmentsOf(parentPath(documentPath)).slice(segmentsOf(workspaceFolderPath).length);
  return below.some((name) => folder.test(name));
}
