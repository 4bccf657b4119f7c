/** The values behind `${…}` in folder and file names: VS Code's own, and those of the picture. */
import type { Variables } from './expandVariables.ts';
import { safeSegment } from './safeSegment.ts';
import { slug } from './slug.ts';
import { baseName, isInside, parentPath, segmentsOf } from './uriPath.ts';

/**
 * The variables of VS Code's `markdown.copyFiles.destination` that speak of the document, as it defines them: paths are
 * absolute `Uri.path`s, `documentRelative…` are seen from the workspace folder. Without a document they stand for a
 * document `untitled` in that folder.
 */
export function documentVariables(documentPath: string | undefined, folderPath: string): Variables {
  const path = documentPath ?? `${folderPath}/untitled`;
  const folder = parentPath(path);
  const name = baseName(path);
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 ? name.slice(dot) : '';
  const relative = (target: string): string =>
    isInside(folderPath, target) ? segmentsOf(target).slice(segmentsOf(folderPath).length).join('/') : target;
  return {
    documentDirName: folder,
    documentRelativeDirName: relative(folder),
    documentFileName: name,
    documentBaseName: name.slice(0, name.length - extension.length),
    documentExtName: extension.slice(1),
    documentFilePath: path,
    documentRelativeFilePath: relative(path),
    documentWorkspaceFolder: folderPath,
  };
}

export interface PictureFacts {
  readonly prompt: string;
  /** Decimal digits; empty where the service takes none. */
  readonly seed: string;
  readonly model: string;
  readonly provider: string;
  /** Pixels of the saved picture. */
  readonly width: number;
  /** Pixels of the saved picture. */
  readonly height: number;
  /** 1 for the first picture of a command. */
  readonly index: number;
  /** Ending without the dot. */
  readonly extension: string;
  readonly now: Date;
}

/** Each value is one part of a path: a slash in a model's name must not make folders. */
export function pictureVariables(facts: PictureFacts): Variables {
  const name = slug(facts.prompt);
  return {
    slug: name,
    seed: facts.seed,
    model: safeSegment(facts.model),
    provider: safeSegment(facts.provider),
    width: String(facts.width),
    height: String(facts.height),
    index: String(facts.index),
    isoDate: localDate(facts.now),
    isoTime: facts.now.toISOString(),
    unixTime: String(facts.now.getTime()),
    fileName: `${name}.${facts.extension}`,
    fileExtName: facts.extension,
  };
}

/** The day on the user's calendar: in Tokyo a morning's picture must not be dated yesterday. */
function localDate(now: Date): string {
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${now.getFullYear()}-${month}-${day}`;
}
