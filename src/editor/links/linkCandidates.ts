/** The files that the image links of a document may mean. */
import { Uri, workspace } from 'vscode';
import { liesOpen } from '../../core/links/mayFollow.ts';
import { projectMarker, projectRootCandidates } from '../../core/links/projectRoots.ts';
import { linkedPaths, type SiteRoot } from '../../core/links/relativeLinkPath.ts';
import { isInside, joinPath } from '../../core/names/uriPath.ts';
import { exists } from '../uri/exists.ts';
import { siteRootsAround } from './siteRoots.ts';

/** The files that a decoded path may mean, likeliest first. None lies outside the workspace: a document's words are a stranger's. */
export type LinkCandidates = (linkPath: string) => readonly Uri[];

/**
 * Looks around once for all links of the document.
 * @param home the document's file; undefined for one that is saved nowhere, whose links are seen from the workspace folder
 */
export async function linkCandidates(home: Uri | undefined, languageId: string): Promise<LinkCandidates> {
  const folder = (home && workspace.getWorkspaceFolder(home)?.uri) ?? workspace.workspaceFolders?.[0]?.uri;
  const from = home ?? folder;
  if (!from) return () => [];
  const siteRoots = folder ? await siteRootsOver(from, folder) : [];
  const projectRootPath = folder && (await projectRootOver(from, folder, languageId));
  const ends = {
    ...(home ? { documentPath: home.path } : {}),
    ...(folder ? { workspaceFolderPath: folder.path } : {}),
    ...(projectRootPath === undefined ? {} : { projectRootPath }),
    siteRoots,
  };
  const opened = (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === from.scheme);
  const folders = opened.length > 0 ? opened.map(({ uri }) => uri.path) : [Uri.joinPath(from, '..').path];
  return (linkPath) =>
    linkedPaths(linkPath, ends)
      .filter((path) => liesOpen(path, folders))
      .map((path) => from.with({ path, query: '', fragment: '' }));
}

/** The innermost folder around the document that its language's tools take for the root, if one does. */
async function projectRootOver(document: Uri, folder: Uri, languageId: string): Promise<string | undefined> {
  const marker = projectMarker(languageId);
  if (marker === undefined) return undefined;
  for (const path of projectRootCandidates(document.path, folder.path)) {
    if (await exists(document.with({ path: joinPath(path, marker) })).catch(() => false)) return path;
  }
  return undefined;
}

/** A site's pages and what it serves as it is stand side by side, somewhere above the document. */
async function siteRootsOver(document: Uri, folder: Uri): Promise<readonly SiteRoot[]> {
  const setting: unknown = workspace.getConfiguration('depict', document).get('link.siteRoots');
  const names = Array.isArray(setting) ? setting.filter((name) => typeof name === 'string') : [];
  const parents: Uri[] = [];
  for (let at = Uri.joinPath(document, '..'); isInside(folder.path, at.path); at = Uri.joinPath(at, '..')) {
    parents.push(at);
    if (at.path === '/') break;
  }
  const files = parents.flatMap((parent) => names.map((name) => Uri.joinPath(parent, name, 'image.png')));
  const roots = (await Promise.all(files.map((file) => siteRootsAround(file, folder, names)))).flat();
  return [...new Map(roots.map((root) => [root.path, root])).values()];
}
