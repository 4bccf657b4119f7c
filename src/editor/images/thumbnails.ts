/** Small pictures of the history's images, made by the sidebar's page (the host has no decoder) and kept in the storage. */
import { FileType, Uri, workspace } from 'vscode';
import { fileExtensions } from '../../core/image.ts';
import { inspectImage } from '../../core/image/inspectImage.ts';

export interface Thumbnails {
  /** Those of earlier runs are known only after `load`. */
  load(): Promise<void>;
  find(imageId: string): Uri | undefined;
  /** False for bytes that are no small picture: the page is not believed. */
  store(imageId: string, bytes: Uint8Array): Promise<boolean>;
  remove(imageId: string): Promise<void>;
}

/** Pixels of the longer side; the page makes them smaller than that. */
const maxSide = 512;

export function createThumbnails(folder: Uri): Thumbnails {
  const known = new Map<string, Uri>();
  let loading: Promise<void> | undefined;

  async function list(): Promise<void> {
    const names = await workspace.fs.readDirectory(folder).then(
      (entries) => entries,
      () => [],
    );
    for (const [name, type] of names) {
      const id = name.slice(0, name.lastIndexOf('.'));
      if (type === FileType.File && id !== '') known.set(id, Uri.joinPath(folder, name));
    }
  }

  return {
    load() {
      loading ??= list();
      return loading;
    },
    find: (imageId) => known.get(imageId),
    async store(imageId, bytes) {
      const seen = inspectImage(bytes);
      if (!seen.ok || Math.max(seen.size.width, seen.size.height) > maxSide || !/^[\w-]+$/.test(imageId)) return false;
      const file = Uri.joinPath(folder, `${imageId}.${fileExtensions[seen.format]}`);
      await workspace.fs.writeFile(file, bytes);
      known.set(imageId, file);
      return true;
    },
    async remove(imageId) {
      const file = known.get(imageId);
      known.delete(imageId);
      if (file) await workspace.fs.delete(file).then(undefined, () => undefined);
    },
  };
}
