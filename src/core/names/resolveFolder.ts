/** Where the setting `depict.output.folder` leads: a folder inside the workspace, or a failure that says why not. */
import { ImageFailure } from '../failure.ts';
import { expandVariables, type Variables } from './expandVariables.ts';
import { isDeviceName } from './safeSegment.ts';
import { utf8Length } from './graphemes.ts';
import { isDrive, isInside, joinPath, parentPath, segmentsOf } from './uriPath.ts';

/** All paths are `Uri.path`s. */
export interface FolderContext {
  /** The workspace folder; where there is none, the folder that stands for it. */
  readonly folderPath: string;
  /** The document, if it is saved somewhere. */
  readonly documentPath?: string;
  /** The result must lie in one of these; usually all workspace folders. `folderPath` is always allowed. */
  readonly allowedPaths: readonly string[];
  /** The files are on Windows: `\` separates, case does not matter, and its forbidden names are refused. */
  readonly windows: boolean;
  readonly variables: Variables;
}

const maxPathBytes = 4_000;
const maxSegmentBytes = 255;

/**
 * `assets` is seen from the workspace folder; `./x` and `../x` from the document (without one, from the workspace
 * folder). A leading `/` is the workspace folder, as in VS Code's `markdown.copyFiles.destination`, unless the path
 * already is an absolute one inside. Only lexical: symbolic links are for whoever touches the disk.
 * @param name the setting's or argument's name, for the failure
 * @throws {ImageFailure} `unknownVariable`, `outsideWorkspace` or `badPath`
 */
export function resolveFolder(setting: string, context: FolderContext, name: string): string {
  const expanded = expandVariables(setting.trim(), context.variables, name);
  const path = absolutePath(context.windows ? expanded.replaceAll('\\', '/') : expanded, setting.trim(), context);
  const allowed = [context.folderPath, ...context.allowedPaths];
  if (isBad(path, context.windows)) throw refused('badPath', expanded);
  if (!allowed.some((folder) => isInside(folder, path, context.windows))) throw refused('outsideWorkspace', expanded);
  return path;
}

function absolutePath(expanded: string, setting: string, context: FolderContext): string {
  const { folderPath, documentPath } = context;
  if (/^[A-Za-z]:\//u.test(expanded)) return joinPath('/', `/${expanded}`);
  if (/^\.\.?(?:\/|$)/u.test(expanded)) {
    return joinPath(documentPath === undefined ? folderPath : parentPath(documentPath), expanded);
  }
  // A variable may have given the leading slash; then the path is absolute as it is.
  const fromWorkspace = /^[\\/]/u.test(setting) && !isInsideAny(expanded, context);
  return joinPath(folderPath, fromWorkspace ? `./${expanded}` : expanded);
}

function isInsideAny(path: string, { folderPath, allowedPaths, windows }: FolderContext): boolean {
  return [folderPath, ...allowedPaths].some(
    (folder) => segmentsOf(folder).length > 0 && isInside(folder, path, windows),
  );
}

function isBad(path: string, windows: boolean): boolean {
  if (utf8Length(path) > maxPathBytes || /[\p{Cc}\p{Cs}]/u.test(path)) return true;
  const segments = segmentsOf(path);
  if (segments.some((segment) => utf8Length(segment) > maxSegmentBytes)) return true;
  return windows && segments.filter((each, i) => i > 0 || !isDrive(each)).some(isBadOnWindows);
}

function isBadOnWindows(segment: string): boolean {
  return /[<>:"|?*]|[. ]$/u.test(segment) || isDeviceName(segment);
}

function refused(type: 'badPath' | 'outsideWorkspace', path: string): ImageFailure {
  // Shown to people and logged: a line of it is enough.
  const shown = path.replace(/[\p{Cc}\p{Cs}]+/gu, ' ').slice(0, 300);
  return new ImageFailure({ kind: 'invalidRequest', problem: { type, path: shown } });
}
