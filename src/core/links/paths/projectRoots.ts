/** Which folder a leading slash means to a language's own tools: told by a file that stands in it. */
import { isInside, parentPath } from '../../names/uriPath.ts';

const markers: Readonly<Record<string, string>> = {
  restructuredtext: 'conf.py',
  rst: 'conf.py',
  typst: 'typst.toml',
};

/** The name of the file in a project's root: Sphinx's configuration, a Typst package's manifest. */
export function projectMarker(languageId: string): string | undefined {
  return Object.hasOwn(markers, languageId) ? markers[languageId] : undefined;
}

/**
 * The folders around a document, innermost first, up to the workspace folder. The first one that holds the marker is the
 * project's root. All are `Uri.path`s.
 */
export function projectRootCandidates(documentPath: string, workspaceFolderPath: string): readonly string[] {
  const folders: string[] = [];
  for (let at = parentPath(documentPath); isInside(workspaceFolderPath, at); at = parentPath(at)) {
    folders.push(at);
    if (at === '/') break;
  }
  return folders;
}
