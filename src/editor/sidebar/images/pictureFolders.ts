/** The folders whose files the sidebar's page may show. */
import { Uri, workspace } from 'vscode';
import type { HistoryImage } from '../../../core/history/event.ts';

/** Pictures beyond these are shown as files that cannot be shown; there are seldom more than a few such folders. */
const mostFolders = 20;

/**
 * The whole workspace, and where else images were saved: beside a document of no folder, or where Save As put them.
 * @param storage folders of the extension itself
 */
export function pictureFolders(images: readonly HistoryImage[], storage: readonly Uri[]): readonly Uri[] {
  const own = [...storage, ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri)];
  const others = new Map<string, Uri>();
  for (const { uri } of images) {
    const folder = uri.slice(0, uri.lastIndexOf('/'));
    if (others.size >= mostFolders) break;
    if (others.has(folder) || own.some((one) => `${folder}/`.startsWith(`${one.toString()}/`))) continue;
    others.set(folder, Uri.parse(folder));
  }
  // In an order that does not depend on what was made last.
  return [...own, ...[...others].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, folder]) => folder)];
}
