/** The file that an image link leads to, as seen from its document. */
import { Uri, workspace, type TextDocument } from 'vscode';
import { linkedPaths, type SiteRoot } from '../../core/links/relativeLinkPath.ts';
import { mayFollow } from '../../core/links/mayFollow.ts';
import { projectMarker, projectRootCandidates } from '../../core/links/projectRoots.ts';
import { isInside, joinPath } from '../../core/names/uriPath.ts';
import { exists } from '../uri/exists.ts';
import { documentHome } from './documentHome.ts';
import { siteRootsAround } from './siteRoots.ts';

/** Undefined where there is no such file, or where it lies outside the workspace: what a document says is only words. */
export async function findTarget(linkPath: string, document: TextDocument): Promise<Uri | undefined> {
  const home = documentHome(document);
  const folder = (home && workspace.getWorkspaceFolder(home)?.uri) ?? workspace.workspaceFolders?.[0]?.uri;
  const from = home ?? folder;
  if (!from) return undefined;
  const isRooted = folder !== undefined && linkPath.startsWith('/');
  const siteRoots = isRooted ? await siteRootsOver(from, folder, linkPath) : [];
  const projectRootPath = isRooted ? await projectRootOver(from, folder, document.languageId) : undefined;
  const paths = linkedPaths(linkPath, {
    ...(home ? { documentPath: home.path } : {}),
    ...(folder ? { workspaceFolderPath: folder.path } : {}),
    ...(projectRootPath === undefined ? {} : { projectRootPath }),
    siteRoots,
  });
  const opened = (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === from.scheme);
  const folders = opened.length > 0 ? opened.map(({ uri }) => uri.path) : [Uri.joinPath(from, '..').path];
  for (const path of paths) {
    const uri = from.with({ path, query: '', fragment: '' });
    if (mayFollow(path, folders) && (await exists(uri).catch(() => false))) return uri;
  }
  return undefined;
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
async function siteRootsOver(document: Uri, folder: Uri, linkPath: string): Promise<readonly SiteRoot[]> {
  const setting: unknown = workspace.getConfiguration('depict', document).get('link.siteRoots');
  const names = Array.isArray(setting) ? setting.filter((name) => typeof name === 'string') : [];
  const parents: Uri[] = [];
  for (let at = Uri.joinPath(document, '..'); isInside(folder.path, at.path); at = Uri.joinPath(at, '..')) {
    parents.push(at);
    if (at.path === '/') break;
  }
  const files = parents.flatMap((parent) => names.map((name) => Uri.joinPath(parent, name, `.${linkPath}`)));
  return (await Promise.all(files.map((file) => siteRootsAround(file, folder, names)))).flat();
}
