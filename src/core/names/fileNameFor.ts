/** What the setting `depict.output.fileName` gives, made into a name that stays where it belongs. */
import { ImageFailure } from '../failure.ts';
import { imageEnding } from './imageEnding.ts';
import { safeSegment } from './safeSegment.ts';

export interface FileName {
  /** Folders below the output folder, outermost first, often none. */
  readonly folders: readonly string[];
  /** Without ending and number: `numberedName` adds them. */
  readonly base: string;
}

/** Folders that a name may add below the output folder. */
const maxFolders = 16;

/**
 * Both slashes separate folders, so that a setting means the same on every machine. Empty parts, `.` and `..` are left
 * out and everything else is made safe, so the result is always below the output folder.
 * @throws {ImageFailure} `badPath` for more than 16 folders
 */
export function fileNameFor(expanded: string): FileName {
  const parts = expanded.slice(0, 4_000).split(/[\\/]/u);
  // The bytes decide the ending, so one that was asked for goes.
  const last = (parts.pop() ?? '').replace(imageEnding, '');
  const folders = parts.map(safeSegment).filter((part) => part !== '');
  if (folders.length > maxFolders) {
    throw new ImageFailure({ kind: 'invalidRequest', problem: { type: 'badPath', path: expanded.slice(0, 300) } });
  }
  return { folders, base: safeSegment(last) || 'image' };
}
