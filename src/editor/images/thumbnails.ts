/** Small pictures of the history's images, made by the sidebar's page (the host has no decoder) and kept in the storage. */
import { FileType, Uri, workspace, type LogOutputChannel } from 'vscode';
import { fileExtensions } from '../../core/image.ts';
import { inspectImage } from '../../core/image/inspectImage.ts';

export interface Thumbnails {
  /** Those of earlier runs are known only after `load`. */
  load(): Promise<void>;
  find(imageId: string): Uri | undefined;
  /**
   * Takes the place of an earlier one, which the page may have found damaged. False for bytes that are no small picture
   * (the page is not believed) and where it cannot be written, which is no reason to disturb anybody.
   */
  store(imageId: string, bytes: Uint8Array): Promise<boolean>;
  remove(imageId: string): Promise<void>;
}

/** Pixels of the longer side; the page makes them smaller than that. */
const maxSide = 512;

export function createThumbnails(folder: Uri, log: Pick<LogOutputChannel, 'warn'>): Thumbnails {
  const known = new Map<string, Uri>();
  let hasComplained = false;
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

  /** A full or read-only storage fails for every picture in sight: once is enough. */
  function complain(error: unknown): void {
    if (!hasComplained) log.warn(`Small pictures cannot be kept: ${String(error)}`);
    hasComplained = true;
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
      try {
        await workspace.fs.writeFile(file, bytes);
      } catch (error) {
        complain(error);
        return false;
      }
      const earlier = known.get(imageId);
      known.set(imageId, file);
      if (earlier && earlier.path !== file.path) await remove(earlier);
      return true;
    },
    async remove(imageId) {
      const file = known.get(imageId);
      known.delete(imageId);
      if (file) await remove(file);
    },
  };
}

/** One that stays is listed again next time, and does no harm. */
async function remove(file: Uri): Promise<void> {
  await workspace.fs.delete(file).then(undefined, () => undefined);
}
