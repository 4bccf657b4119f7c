/** Files of deleted images that no trash took: in the storage until their image is forgotten, so that they can come back. */
import { FileSystemError, Uri, workspace } from 'vscode';
import { numberedName } from '../../core/names/numberedName.ts';
import { baseName } from '../../core/names/uriPath.ts';

export interface DeletedFiles {
  /** Looks which there are: those of earlier runs and other windows are known only then. */
  load(): Promise<void>;
  has(imageId: string): boolean;
  /** Moves an image's file here. @throws {FileSystemError} */
  keep(imageId: string, file: Uri): Promise<void>;
  /**
   * Moves it back, to a numbered name where another file has taken its own.
   * @returns where it is now; undefined when it is not here any more
   * @throws {FileSystemError}
   */
  restore(imageId: string, place: Uri): Promise<Uri | undefined>;
  /** For good. */
  purge(imageId: string): Promise<void>;
}

/** @param folder the files in it are named `<image id>-<name>` */
export function createDeletedFiles(folder: Uri): DeletedFiles {
  let known: ReadonlyMap<string, Uri> = new Map();

  function note(imageId: string, file: Uri | undefined): void {
    const others = [...known].filter(([id]) => id !== imageId);
    known = new Map(file ? [...others, [imageId, file]] : others);
  }

  return {
    async load() {
      const names = await workspace.fs.readDirectory(folder).then(
        (entries) => entries.map(([name]) => name),
        () => [],
      );
      known = new Map(
        names.flatMap((name) => {
          const [, id] = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-./.exec(name) ?? [];
          return id === undefined ? [] : [[id, Uri.joinPath(folder, name)] as const];
        }),
      );
    },
    has: (imageId) => known.has(imageId),
    async keep(imageId, file) {
      const place = Uri.joinPath(folder, `${imageId}-${baseName(file.path)}`);
      await workspace.fs.rename(file, place, { overwrite: true });
      note(imageId, place);
    },
    async restore(imageId, place) {
      const file = known.get(imageId);
      const restored = file && (await moveBack(file, place));
      note(imageId, undefined);
      return restored;
    },
    async purge(imageId) {
      const file = known.get(imageId);
      note(imageId, undefined);
      if (file) await workspace.fs.delete(file).then(undefined, () => undefined);
    },
  };
}

async function moveBack(file: Uri, place: Uri): Promise<Uri | undefined> {
  const name = baseName(place.path);
  const dot = name.lastIndexOf('.');
  for (let attempt = 0; ; attempt += 1) {
    const to = Uri.joinPath(place, '..', numberedName(name.slice(0, dot), name.slice(dot + 1), attempt));
    try {
      await workspace.fs.rename(file, to, { overwrite: false });
      return to;
    } catch (error) {
      const code = error instanceof FileSystemError ? error.code : undefined;
      if (code === 'FileNotFound') return undefined;
      if (code !== 'FileExists' || attempt === 100) throw error;
    }
  }
}
