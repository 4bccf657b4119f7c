/** The path that leads from a document to a file, as a link has it, and back. */
import { isDrive, isInside, joinPath, parentPath, sameName, segmentsOf } from '../../names/uriPath.ts';

/** All paths are `Uri.path`s of one scheme and authority; what lies elsewhere the caller links by its URI. */
export interface LinkEnds {
  /** Undefined for a document that is saved nowhere: its links are seen from the workspace folder. */
  readonly documentPath?: string;
  readonly filePath: string;
  readonly workspaceFolderPath?: string;
  /** Where the document says that relative links start, as seen from it: AsciiDoc's `imagesdir`. */
  readonly startFolder?: string;
  /** What a leading slash means to the document's own tools, see `projectRoots.ts`. */
  readonly projectRootPath?: string;
  /** Folders that a site generator serves at `/`, see `siteRoots.ts`. */
  readonly siteRoots: readonly SiteRoot[];
  /** The files are on Windows. */
  readonly ignoreCase?: boolean;
}

export interface SiteRoot {
  /** The folder that is served: `/repo/site/static`. */
  readonly path: string;
  /** The site it belongs to: `/repo/site`. */
  readonly sitePath: string;
}

/**
 * Not encoded. `/img/x.png` where the file is in a site's root and the document is one of the site's pages; otherwise
 * relative to the document's folder. Undefined where there is no way: another drive, or nothing to start from.
 */
export function relativeLinkPath(ends: LinkEnds): string | undefined {
  const { documentPath, filePath, workspaceFolderPath, ignoreCase = false } = ends;
  const root = siteRootOf(ends);
  if (root) return `/${segmentsOf(filePath).slice(segmentsOf(root.path).length).join('/')}`;
  const from = documentPath === undefined ? workspaceFolderPath : parentPath(documentPath);
  if (from === undefined) return undefined;
  const start = joinPath(from, `./${ends.startFolder ?? ''}`);
  return relative(segmentsOf(start), segmentsOf(filePath), ignoreCase);
}

/**
 * The files that a decoded link path may mean, likeliest first: one for a relative path; for `/img/x.png` the one in the
 * project's root, one in each site root, then the one in the workspace folder, as VS Code has it.
 */
export function linkedPaths(linkPath: string, ends: Omit<LinkEnds, 'filePath'>): readonly string[] {
  const { documentPath, workspaceFolderPath, projectRootPath, siteRoots } = ends;
  if (linkPath.startsWith('/')) {
    const roots = siteRoots.filter((root) => isPageOf(root, ends)).map(({ path }) => path);
    const all = [projectRootPath, ...roots, workspaceFolderPath].filter((path) => path !== undefined);
    // Like a browser, `..` goes no higher than the root.
    const below = `./${segmentsOf(linkPath).join('/')}`;
    return [...new Set(all.map((root) => joinPath(root, below)))];
  }
  const from = documentPath === undefined ? workspaceFolderPath : parentPath(documentPath);
  return from === undefined ? [] : [joinPath(from, linkPath)];
}

function relative(from: readonly string[], to: readonly string[], ignoreCase: boolean): string | undefined {
  let common = 0;
  while (common < from.length && common < to.length - 1 && sameName(from[common] ?? '', to[common] ?? '', ignoreCase)) {
    common++;
  }
  const drives = [from[0], to[0]].filter((segment) => segment !== undefined && isDrive(segment));
  if (common === 0 && drives.length > 0) return undefined;
  return [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/');
}

/** The innermost one, where roots are nested. */
function siteRootOf(ends: LinkEnds): SiteRoot | undefined {
  const { siteRoots, filePath, ignoreCase } = ends;
  const holding = siteRoots.filter((root) => isInside(root.path, filePath, ignoreCase) && isPageOf(root, ends));
  return holding.toSorted((a, b) => b.path.length - a.path.length)[0];
}

// People read these on the code's host, which knows nothing of the site's root.
const repositoryPage = /^(?:readme|changelog|contributing|security|support|code_of_conduct)\b[^/]*\.(?:md|markdown)$/iu;

/**
 * A document of the site, outside of what is served as it is (there relative links work everywhere). A README beside
 * the site's configuration belongs to the repository.
 */
function isPageOf({ path, sitePath }: SiteRoot, { documentPath, ignoreCase }: Omit<LinkEnds, 'filePath'>): boolean {
  if (documentPath === undefined || !isInside(sitePath, documentPath, ignoreCase)) return false;
  if (isInside(path, documentPath, ignoreCase)) return false;
  const below = segmentsOf(documentPath).slice(segmentsOf(sitePath).length);
  return !(below.length === 1 && repositoryPage.test(below[0] ?? ''));
}
