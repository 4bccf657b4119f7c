/** Writes an image where its order says: by the engine on disk, by the workspace API anywhere else. */
import { Uri } from 'vscode';
import { exactName } from '../../core/names/exactName.ts';
import { baseName } from '../../core/names/uriPath.ts';
import { ImageFailure, isImageFailure } from '../../core/failure.ts';
import type { Saved, Unsaved } from '../../core/generate.ts';
import { numberedName } from '../../core/names/numberedName.ts';
import type { ImageFormat } from '../../core/image.ts';
import type { Engine } from '../../engine.ts';
import type { ExactPlace } from '../generate/order.ts';
import { fileRoots, type ImageHome } from './imageHome.ts';
import { imagePath, type NamePattern } from './imagePath.ts';
import { saveToWorkspace } from './saveToWorkspace.ts';

export interface SaveOrder {
  readonly home: ImageHome;
  readonly pattern: NamePattern;
  readonly place?: ExactPlace;
}

/** @throws {ImageFailure} `notSaved`, or `invalidRequest` where the folder really lies outside the workspace */
export async function saveImage(
  image: Unsaved,
  order: SaveOrder,
  index: number,
  engine: Pick<Engine, 'saveNewFile'>,
): Promise<Saved<Uri>> {
  const { pieces, format } = image;
  const { folder, nameFor } = order.place ? exactly(order.place, format) : byPattern(image, order, index);
  if (folder.scheme !== 'file') return saveToWorkspace(folder, nameFor, pieces);
  const wanted = {
    folder: folder.fsPath,
    roots: fileRoots(order.home),
    isOpen: order.place !== undefined,
    fileName: (attempt: number) => nameFor(attempt, undefined),
  };
  try {
    const { path, bytes } = await engine.saveNewFile(wanted, pieces);
    return { place: Uri.file(path), bytes };
  } catch (error) {
    if (isImageFailure(error)) throw error;
    // A bug of ours must not take the picture with it.
    throw new ImageFailure({ kind: 'notSaved', problem: 'other', path: folder.fsPath }, { cause: error });
  }
}

/** `suffix` is there where no name can be reserved. */
interface Wanted {
  readonly folder: Uri;
  readonly nameFor: (attempt: number, suffix: string | undefined) => string;
}

function byPattern({ format, record }: Unsaved, { home, pattern }: SaveOrder, index: number): Wanted {
  const { folder, base, extension } = imagePath(pattern, home, record, format, index);
  return {
    folder,
    nameFor: (attempt, suffix) => numberedName(suffix === undefined ? base : `${base}-${suffix}`, extension, attempt),
  };
}

/** The name is in a document already: it is kept even where that cannot be done without a race. */
function exactly({ uri }: ExactPlace, format: ImageFormat): Wanted {
  return {
    folder: Uri.joinPath(uri, '..'),
    nameFor: (attempt) => exactName(baseName(uri.path), format, attempt),
  };
}
