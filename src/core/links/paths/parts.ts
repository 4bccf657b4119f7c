/** Documents that are only put into others, which may be anywhere: from there the paths in them are seen. */
import { baseName, parentPath, segmentsOf } from '../../names/uriPath.ts';

/**
 * Languages whose tools put a part in as text: snippets of MkDocs, includes of Jekyll, mdBook, VitePress, Quarto, Sphinx.
 * Typst, Org and MDX see paths from the part itself; parts of AsciiDoc and LaTeX have rules of their own.
 */
const languages: ReadonlySet<string> = new Set(['markdown', 'quarto', 'rmd', 'restructuredtext', 'rst']);

const folder =
  /^_?(?:includes?|partials?|snippets?|fragments?|reuse|reusables?|transclusions?)$|^_(?:shared|common)$/iu;

/**
 * By its name, or that of a folder around it below the workspace folder: a part for pages that may be anywhere, or,
 * where only an underscore tells, for those beside it. Both are `Uri.path`s.
 */
export function partFor(
  documentPath: string,
  workspaceFolderPath: string,
  languageId: string,
): 'anywhere' | 'beside' | undefined {
  if (!languages.has(languageId)) return undefined;
  const below = segmentsOf(parentPath(documentPath)).slice(segmentsOf(workspaceFolderPath).length);
  if (below.some((name) => folder.test(name)) || /\.inc\.\w+$/iu.test(baseName(documentPath))) return 'anywhere';
  return /^_(?!index\b)/u.test(baseName(documentPath)) ? 'beside' : undefined;
}
