/** Which of the places that a link may mean its image is to be made in. */
import { Uri } from 'vscode';
import type { Exists } from './existsOnce.ts';

export interface LikeliestPlace {
  readonly place: Uri;
  /** How many of the folders on the way to it are not there. */
  readonly missingFolders: number;
}

/** The first one that needs the fewest new folders: the images around it lie there, too. */
export async function likeliestPlace(places: readonly Uri[], exists: Exists): Promise<LikeliestPlace | undefined> {
  let best: LikeliestPlace | undefined;
  for (const place of places) {
    const missingFolders = await countMissing(place, exists);
    if (!best || missingFolders < best.missingFolders) best = { place, missingFolders };
    if (missingFolders === 0) break;
  }
  return best;
}

async function countMissing(file: Uri, exists: Exists): Promise<number> {
  let count = 0;
  for (let at = Uri.joinPath(file, '..'); at.path !== '/' && !(await exists(at)); at = Uri.joinPath(at, '..')) count++;
  return count;
}
