/** The files that the image links of a document may mean. */
import { Uri, workspace } from 'vscode';
import type { Folder } from '../../core/links/paths/folder.ts';
import { besideNames, linkPlacesFrom, type LinkPlaces } from '../../core/links/paths/linkPlaces.ts';
import { liesOpen } from '../../core/links/mayFollow.ts';
import { projectRootCandidates } from '../../core/links/paths/projectRoots.ts';
import type { SiteRoot } from '../../core/links/paths/relativeLinkPath.ts';
import { isSite, siteRootCandidates } from '../../core/links/paths/siteRoots.ts';
import { joinPath } from '../../core/names/uriPath.ts';
import { listFolder, type ListFolder } from './listFolder.ts';

/** None lies outside the workspace: a document's words are a stranger's. */
export interface Candidates {
  /** Where the file is to be, likeliest first. */
  readonly places: readonly Uri[];
  /** Where it is to be if that folder is there, and none of those is complete. */
  readonly ifThere: readonly Uri[];
  /** Where it may be, those first. */
  readonly all: readonly Uri[];
  readonly isRequest: LinkPlaces['isRequest'];
}

/** The files that a decoded path may mean. */
export type LinkCandidates = (linkPath: string) => Candidates;

/**
 * Looks around once for all links of the document.
 * @param home the document's file; undefined for one that is saved nowhere, whose links are seen from the workspace folder
 * @param list where many documents lie in the same folders, one that remembers
 */
export async function linkCandidates(
  home: Uri | undefined,
  languageId: string,
  list: ListFolder = listFolder,
): Promise<LinkCandidates> {
  const folder = (home && workspace.getWorkspaceFolder(home)?.uri) ?? workspace.workspaceFolders?.[0]?.uri;
  const from = home ?? folder;
  if (!from) return () => ({ places: [], ifThere: [], all: [], isRequest: 'never' });
  const listed = async (path: string): Promise<Folder> => ({ path, ...(await list(from.with({ path }), languageId)) });
  const around = home && folder ? await Promise.all(projectRootCandidates(home.path, folder.path).map(listed)) : [];
  const besides = around.flatMap(({ path, names }) =>
    besideNames.filter((name) => names.includes(name)).map((name) => joinPath(path, `./${name}`)),
  );
  const placesOf = linkPlacesFrom({
    documentPath: home?.path,
    workspaceFolderPath: folder?.path,
    languageId,
    around,
    beside: await Promise.all(besides.map(listed)),
    siteRoots: folder ? siteRootsOver(from, folder, around) : [],
  });
  const opened = (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === from.scheme);
  const folders = opened.length > 0 ? opened.map(({ uri }) => uri.path) : [Uri.joinPath(from, '..').path];
  const open = (paths: readonly string[]): readonly Uri[] =>
    paths.filter((path) => liesOpen(path, folders)).map((path) => from.with({ path, query: '', fragment: '' }));
  return (linkPath) => {
    const { places, ifThere, others, isRequest } = placesOf(linkPath);
    return {
      places: open(places),
      ifThere: open(ifThere),
      all: open([...places, ...others]),
      isRequest,
    };
  };
}

/** A site's pages and what it serves as it is stand side by side, somewhere above the document. */
function siteRootsOver(document: Uri, folder: Uri, around: readonly Folder[]): readonly SiteRoot[] {
  const setting: unknown = workspace.getConfiguration('depict', document).get('link.siteRoots');
  const names = Array.isArray(setting) ? setting.filter((name) => typeof name === 'string') : [];
  const files = around.flatMap(({ path }) => names.map((name) => joinPath(path, `./${name}/image.png`)));
  const roots = files
    .flatMap((file) => siteRootCandidates(file, folder.path, names))
    .filter((root) => isSite(root, around.find(({ path }) => path === root.configPath)?.names ?? []));
  return [...new Map(roots.map((root) => [root.path, root])).values()];
}
