/** Which folder and which name an image gets: the settings' patterns filled with what is known of it. */
import type { Uri } from 'vscode';
import { checkText, type Given } from '../../core/checkRequest.ts';
import { fileExtensions, type ImageFormat } from '../../core/image.ts';
import type { GenerationRecord } from '../../core/metadata/record.ts';
import { expandVariables } from '../../core/names/expandVariables.ts';
import { fileNameFor } from '../../core/names/fileNameFor.ts';
import { resolveFolder } from '../../core/names/resolveFolder.ts';
import { joinPath } from '../../core/names/uriPath.ts';
import { documentVariables, pictureVariables } from '../../core/names/variables.ts';
import type { ImageHome } from './imageHome.ts';

/** The two patterns, still as the user wrote them. */
export interface NamePattern {
  readonly folder: Given;
  readonly fileName: Given;
}

export interface ImagePath {
  readonly folder: Uri;
  /** Without number and ending. */
  readonly base: string;
  readonly extension: string;
}

/**
 * @param index 1 for the first image of a job
 * @throws {ImageFailure} `invalidRequest` for a pattern that cannot be used or leads outside the workspace
 */
export function imagePath(
  { folder, fileName }: NamePattern,
  home: ImageHome,
  record: GenerationRecord,
  format: ImageFormat,
  index: number,
): ImagePath {
  const variables = {
    ...documentVariables(home.document?.path, home.base.path),
    ...pictureVariables({
      prompt: record.prompt,
      seed: record.parameters.seed ?? '',
      model: record.model,
      provider: record.provider,
      width: record.width,
      height: record.height,
      index,
      extension: fileExtensions[format],
      now: new Date(record.createdAt),
    }),
  };
  const context = {
    folderPath: home.base.path,
    ...(home.document ? { documentPath: home.document.path } : {}),
    allowedPaths: home.roots.map((root) => root.path),
    windows: isWindowsPath(home.base),
    variables,
  };
  const folderPath = resolveFolder(checkText(folder), context, folder.name);
  const name = fileNameFor(expandVariables(checkText(fileName), variables, fileName.name));
  return {
    folder: home.base.with({ path: joinPath(folderPath, `./${name.folders.join('/')}`) }),
    base: name.base,
    extension: fileExtensions[format],
  };
}

/** The drive tells: the machine that holds the files need not be the one that shows them. */
function isWindowsPath({ scheme, path }: Uri): boolean {
  return scheme === 'file' && /^\/[a-z]:/i.test(path);
}
