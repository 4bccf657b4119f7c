/** Keeps the history true when files and folders are deleted in VS Code, or brought back. */
import { Disposable, FileType, Uri, workspace } from 'vscode';
import type { HistoryImage } from '../../core/history/event.ts';
import type { History } from './history.ts';

/** What happens outside of VS Code is seen when the sidebar next tries to show the file. */
export function followDeletions(
  history: Pick<History, 'refresh' | 'images' | 'find' | 'markDeleted' | 'markMoved'>,
): Disposable {
  const imagesAt = (files: readonly Uri[]): readonly HistoryImage[] => {
    const places = files.map(String);
    return history.images.filter(({ uri }) => places.some((place) => uri === place || uri.startsWith(`${place}/`)));
  };

  return Disposable.from(
    workspace.onDidDeleteFiles(async ({ files }) => {
      await history.refresh();
      for (const { id } of imagesAt(files)) history.markDeleted(id);
    }),
    workspace.onDidCreateFiles(async ({ files }) => {
      await history.refresh();
      // Of several that were at one place, the newest is the one that was deleted last.
      for (const image of imagesAt(files)) {
        const place = Uri.parse(image.uri);
        if (image.deleted && history.find(place) === image && (await isBack(image, place))) {
          history.markMoved(image.id, place);
        }
      }
    }),
  );
}

/** Undoing a deletion brings the same file back; any other one that takes its name will hardly have its size. */
async function isBack({ bytes }: HistoryImage, place: Uri): Promise<boolean> {
  const seen = await workspace.fs.stat(place).then(
    (stat) => stat,
    () => undefined,
  );
  return seen?.type === FileType.File && seen.size === bytes;
}
