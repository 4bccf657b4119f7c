/** Hears of images that come and go, in VS Code or outside of it, one by one or with their folder. */
import { Disposable, workspace, type Uri } from 'vscode';
import { mayHoldImages } from '../../core/links/mayHoldImages.ts';

/**
 * A pattern of image names would not do: of a folder that is moved, or that another branch does not have, only the
 * folder itself is told.
 * @param onChanged hears of images whose content changes; without it nobody does
 */
export function watchImages(onMoved: () => void, onChanged?: () => void): Disposable {
  const watcher = workspace.createFileSystemWatcher('**', false, onChanged === undefined, false);
  return Disposable.from(
    watcher,
    watcher.onDidCreate(ofImages(onMoved)),
    watcher.onDidDelete(ofImages(onMoved)),
    watcher.onDidChange(ofImages(onChanged ?? (() => undefined))),
  );
}

function ofImages(tell: () => void): (file: Uri) => void {
  return ({ path }) => {
    if (mayHoldImages(path)) tell();
  };
}
