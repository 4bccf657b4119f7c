/** Reads files of which a stranger's repository says where they lie: nothing without end, and nothing too long. */
import { FileType, workspace, type FileStat, type Uri } from 'vscode';

/**
 * Undefined for what is no file, cannot be looked at, or is longer than `largest` bytes. A link to a device is none,
 * whatever size it tells: `/dev/zero` has none and no end.
 */
export async function statSmallFile(uri: Uri, largest: number): Promise<FileStat | undefined> {
  try {
    const stat = await workspace.fs.stat(uri);
    // Of a link, the type tells besides what it leads to.
    return (stat.type & FileType.File) !== 0 && stat.size <= largest ? stat : undefined;
  } catch {
    return undefined;
  }
}

/** Undefined where `statSmallFile` is, and for what cannot be read. */
export async function readSmallFile(uri: Uri, largest: number): Promise<Uint8Array | undefined> {
  const stat = await statSmallFile(uri, largest);
  if (!stat) return undefined;
  // Files that the system makes up, as in `/proc`, tell of no size either, and some of them hardly end.
  if (stat.size === 0 && uri.scheme === 'file') return new Uint8Array();
  try {
    return await workspace.fs.readFile(uri);
  } catch {
    return undefined;
  }
}
