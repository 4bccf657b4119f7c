/** Keeps the history true when files and folders are deleted in VS Code, or come back, from wherever. */
import { Disposable, FileType, Uri, workspace } from 'vscode';
import type { HistoryImage } from '../../core/history/event.ts';
import type { History } from './history.ts';
import { imageFileGlob } from './imageFileGlob.ts';

type Deletions = Pick<History, 'refresh' | 'images' | 'find' | 'markDeleted' | 'markMoved'>;

/** So many files are looked at in no time. Whoever has deleted more will hardly miss the oldest. */
const mostLookedFor = 500;

/** What is deleted outside of VS Code is no event of the history: it may only be another branch. The sidebar follows it. */
export function followDeletions(history: Deletions): Disposable {
  const imagesAt = (files: readonly Uri[]): readonly HistoryImage[] => {
    const places = files.map(String);
    return history.images.filter(({ uri }) => places.some((place) => uri === place || uri.startsWith(`${place}/`)));
  };
  const seen = async (file: Uri): Promise<void> => {
    await history.refresh();
    const image = history.find(file);
    if (image) await markReturned([image], history);
  };
  // A change of the branch, for instance, brings files back without a word. Gone and back in one go is a change.
  const watcher = workspace.createFileSystemWatcher(imageFileGlob, false, false, true);

  return Disposable.from(
    workspace.onDidDeleteFiles(async ({ files }) => {
      await history.refresh();
      for (const { id } of imagesAt(files)) history.markDeleted(id);
    }),
    workspace.onDidCreateFiles(async ({ files }) => {
      await history.refresh();
      await markReturned(imagesAt(files), history);
    }),
    watcher,
    watcher.onDidCreate(seen),
    watcher.onDidChange(seen),
  );
}

/** Looks for deleted files that have come back while nobody watched, such as before the window was opened. */
export async function findReturned(history: Deletions): Promise<void> {
  await history.refresh();
  const deleted = history.images.filter((image) => image.deleted);
  await markReturned(deleted.slice(0, mostLookedFor), history);
}

/** Of several that were at one place, the newest is the one that was deleted last. */
async function markReturned(images: readonly HistoryImage[], history: Deletions): Promise<void> {
  for (const image of images) {
    const place = Uri.parse(image.uri);
    if (image.deleted && history.find(place) === image && (await isBack(image, place))) {
      history.markMoved(image.id, place);
    }
  }
}

/** Undoing a deletion brings the same file back; any other one that takes its name will hardly have its size. */
async function isBack({ bytes }: HistoryImage, place: Uri): Promise<boolean> {
  const seen = await workspace.fs.stat(place).then(
    (stat) => stat,
    () => undefined,
  );
  return seen?.type === FileType.File && seen.size === bytes;
}
