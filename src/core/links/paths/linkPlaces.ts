/** The files that a link may mean to the tools around its document, and whether what is not there was meant to be. */
import { baseName, isInside, joinPath, parentPath, segmentsOf } from '../../names/uriPath.ts';
import { antoraImages, antoraModule, isAntoraId } from './antora.ts';
import { mostGraphicsFolders } from '../latex/latexPaths.ts';
import type { Folder } from './folder.ts';
import { partFor } from './parts.ts';
import { projectMarker } from './projectRoots.ts';
import { linkedPaths, type SiteRoot } from './relativeLinkPath.ts';
import { docusaurusFolder, servedFolders } from './servedFolders.ts';

export interface LinkSurroundings {
  /** Undefined for a document that is saved nowhere. */
  readonly documentPath: string | undefined;
  readonly workspaceFolderPath: string | undefined;
  readonly languageId: string;
  /** The folders around the document up to the workspace folder, innermost first. */
  readonly around: readonly Folder[];
  /** Folders in those that `besideNames` names. */
  readonly beside: readonly Folder[];
  /** By the setting `depict.link.siteRoots`. */
  readonly siteRoots: readonly SiteRoot[];
}

export interface LinkPlaces {
  /** Where the file is to be, likeliest first. */
  readonly places: readonly string[];
  /** Where it is to be if that folder is there, and none of those is complete. */
  readonly ifThere: readonly string[];
  /** Where it may be found besides. */
  readonly others: readonly string[];
  /**
   * Whether a file that is nowhere was meant to be there: `ifFolderExists` where nobody can tell which folder a leading
   * slash means, or from where a path is seen, `never` for names that tools look for elsewhere.
   */
  readonly isRequest: 'always' | 'ifFolderExists' | 'never';
}

/** Names of folders in which a site stands beside the documents that it shows. */
export const besideNames: readonly string[] = ['website', 'site', 'www', 'docs'];

const nowhere: LinkPlaces = { places: [], ifThere: [], others: [], isRequest: 'never' };

/** Parts of a larger document name their images as seen from its main file, which is further up. */
const partsOfDocuments: ReadonlySet<string> = new Set(['asciidoc', 'latex', 'tex']);

/** Looks around once for all links of a document, whose paths are decoded. */
export function linkPlacesFrom(surroundings: LinkSurroundings): (linkPath: string) => LinkPlaces {
  const { documentPath, workspaceFolderPath, languageId, around, beside, siteRoots } = surroundings;
  const marker = projectMarker(languageId);
  const projectRoot = marker === undefined ? undefined : projectRootOf(around, marker);
  const served =
    documentPath === undefined || projectRoot !== undefined ? [] : servedFolders(documentPath, around, beside);
  const bases = [...around, ...beside].flatMap(({ settings }) => segmentsOf(settings?.base ?? '/').join('/') || []);
  const knowsBase = [...around, ...beside].some(({ settings }) => settings?.base !== undefined);
  const module = languageId === 'asciidoc' ? antoraModule(around) : undefined;
  const component = module && around.find(({ settings }) => settings?.component !== undefined)?.settings?.component;
  const site = docusaurusFolder(around);
  const ends = {
    ...(documentPath === undefined ? {} : { documentPath }),
    ...(workspaceFolderPath === undefined ? {} : { workspaceFolderPath }),
  };
  /** Where people keep the images of their notes: a name without a folder is one of those. */
  const attachments = around.flatMap(({ path, names }) =>
    names.filter((name) => /^attachments$/iu.test(name)).map((name) => joinPath(path, `./${name}`)),
  );
  const foldersAbove = around.map(({ path }) => path);
  const part =
    documentPath === undefined || workspaceFolderPath === undefined || site !== undefined
      ? undefined
      : partFor(documentPath, workspaceFolderPath, languageId);
  const graphics = around
    .flatMap(({ path, settings }) => (settings?.graphics ?? []).map((name) => ({ path, name })))
    .slice(0, mostGraphicsFolders);

  return (linkPath) => {
    if (linkPath.startsWith('@site/')) {
      const places = site === undefined ? [] : [joinPath(site, `./${linkPath.slice('@site/'.length)}`)];
      return { ...nowhere, places, isRequest: 'always' };
    }
    return linkPath.startsWith('/') ? fromRoot(linkPath) : fromDocument(linkPath);
  };

  function fromRoot(linkPath: string): LinkPlaces {
    // Like a browser, `..` goes no higher than the root.
    const below = segmentsOf(linkPath);
    const under = (folders: readonly string[], names = below): readonly string[] =>
      folders.map((folder) => joinPath(folder, `./${names.join('/')}`));
    const ofSites = linkedPaths(linkPath, { ...ends, siteRoots }).slice(
      0,
      workspaceFolderPath === undefined ? undefined : -1,
    );
    // Links may have the name that the site is served below in front, or leave that to the generator.
    const base = bases.find((each) => below.join('/').startsWith(`${each}/`));
    const own = base === undefined ? [] : under(served, below.slice(segmentsOf(base).length));
    const known = [...own, ...under([...(projectRoot === undefined ? [] : [projectRoot]), ...served]), ...ofSites];
    const isKnown = known.length > 0;
    const folder = workspaceFolderPath === undefined ? [] : [workspaceFolderPath];
    const above = under(foldersAbove);
    const places = isKnown && projectRoot === undefined ? known : [...known, ...under(folder), ...above];
    // Translations show the images of the language that the pages were written in.
    const translated = under(originals([...served, ...foldersAbove]));
    // A site may be served below a name of its own, which its configuration works out.
    const based = below.length > 1 ? under(served, below.slice(1)) : [];
    const others = [...under(folder), ...above, ...based];
    const isSure = isKnown || documentPath === undefined || parentPath(documentPath) === workspaceFolderPath;
    const isRequest = isSure ? 'always' : below.length > 1 ? 'ifFolderExists' : 'never';
    const ifThere = below.length > 2 && !knowsBase ? based : [];
    return { places: unique([...places, ...translated]), ifThere, others: unique(others), isRequest };
  }

  function fromDocument(linkPath: string): LinkPlaces {
    if (module && !/^\.{1,2}\//u.test(linkPath)) {
      const images = antoraImages(withoutComponent(linkPath), module);
      const others = isAntoraId(linkPath) ? [] : linkedPaths(linkPath, { ...ends, siteRoots });
      return { ...nowhere, places: images, others, isRequest: 'always' };
    }
    if (languageId === 'asciidoc' && isAntoraId(linkPath)) return nowhere;
    const places = linkedPaths(linkPath, { ...ends, siteRoots });
    if (partsOfDocuments.has(languageId)) {
      const above = foldersAbove.slice(1).map((folder) => joinPath(folder, linkPath));
      const kept = inGraphics(linkPath);
      // A bare name goes where the main file keeps the images.
      const all = linkPath.includes('/') ? [...places, ...above, ...kept] : [...kept, ...places, ...above];
      return { ...nowhere, places: unique(all), isRequest: 'always' };
    }
    // Writerside and Obsidian find a name in any of their folders.
    const isAnywhere =
      !linkPath.includes('/') &&
      around.some(({ names }) => names.some((name) => /^(?:writerside\.cfg|\.obsidian)$/u.test(name)));
    const isBare = !linkPath.includes('/');
    const attached = isBare ? attachments.map((folder) => joinPath(folder, `./${linkPath}`)) : [];
    const isLost = part === 'anywhere' && isBare;
    const page = fromPage(linkPath);
    const above = part ? foldersAbove.slice(1).map((folder) => joinPath(folder, linkPath)) : [];
    // Within the site, links are mostly taken as seen from the file.
    const leaves = served.some(
      (root) => isInside(root, documentPath ?? '/') && !places.some((path) => isInside(root, path)),
    );
    return {
      ...nowhere,
      places: unique([...attached, ...places, ...(leaves ? page : [])]),
      others: [...(leaves ? [] : page), ...above],
      isRequest: isAnywhere || isLost ? 'never' : part ? 'ifFolderExists' : 'always',
    };
  }

  /** Below the folders that files of LaTeX or AsciiDoc around set. */
  function inGraphics(linkPath: string): readonly string[] {
    return graphics.map((folder) => joinPath(folder.path, `./${folder.name}${linkPath}`));
  }

  /** An id of Antora's may name the component that the document belongs to. */
  function withoutComponent(id: string): string {
    return component !== undefined && id.startsWith(`${component}:`) && id.split(':').length > 2
      ? id.slice(component.length + 1)
      : id;
  }

  /** Sites show `a/b.md` as `a/b/`, and take links in HTML as seen from there. */
  function fromPage(linkPath: string): readonly string[] {
    if (documentPath === undefined || served.length === 0 || !/^(?:\.\/)*\.\.\//u.test(linkPath)) return [];
    const page = documentPath.replace(/\.[^./]+$/u, '');
    return /^_?(?:index|readme)$/iu.test(baseName(page)) ? [] : [joinPath(page, linkPath)];
  }

  /** The folders for English beside those for other languages. */
  function originals(folders: readonly string[]): readonly string[] {
    return around.flatMap(({ path }, index) => {
      const isTranslation = /^[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?$/u.test(baseName(path)) && baseName(path) !== 'en';
      if (!isTranslation || !around[index + 1]?.names.includes('en')) return [];
      const within = folders.filter((folder) => folder.startsWith(`${path}/`));
      return within.map((folder) => `${parentPath(path)}/en${folder.slice(path.length)}`);
    });
  }
}

/**
 * The folder of the marker. Sphinx may take its sources from one below its configuration, such as `docs/user`: the first
 * that holds an index.
 */
function projectRootOf(around: readonly Folder[], marker: string): string | undefined {
  const index = around.findIndex(({ names }) => names.includes(marker));
  if (index < 0) return undefined;
  const sources = around.slice(0, index + 1);
  return (marker === 'conf.py' ? sources.findLast(isSource) : undefined)?.path ?? around[index]?.path;
}

function unique(paths: readonly string[]): readonly string[] {
  return [...new Set(paths)];
}

/** Where a project of Sphinx can begin. */
function isSource({ names }: Folder): boolean {
  return names.some((name) => /^(?:index|contents)\.(?:rst|md|txt)$/u.test(name));
}
