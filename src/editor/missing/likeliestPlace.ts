/** Which of the places that a link may mean its image is to be made in. */
import { Uri } from 'vscode';
import type { Exists } from './existsOnce.ts';

export interface LikeliestPlace {
  readonly place: Uri;
  /** How many of the folders on the way to it are not there. */
  readonly missingFolders: number;
}

/**
 * The first one that needs the fewest new folders: the images around it lie there, too.
 * @param ifThere counts only where no new folder is needed, and all others need one
 */
export async function likeliestPlace(
  places: readonly Uri[],
  ifThere: readonly Uri[],
  exists: Exists,
): Promise<LikeliestPlace | undefined> {
  let best: LikeliestPlace | undefined;
  for (const place of places) {
    const missingFolders = await countMissing(place, exists);
    if (!best || missingFolders < best.missingFolders) best = { place, missingFolders };
    if (missingFolders === 0) break;
  }
  if (!best?.missingFolders) return best;
  for (const place of ifThere) if ((await countMissing(place, exists)) === 0) return { place, missingFolders: 0 };
  return best;
}

async function countMissing(file: Uri, exists: Exists): Promise<number> {
  let count = 0;
  for (let at = Uri.joinPath(file, '..'); at.path !== '/' && !(await exists(at)); at = Uri.joinPath(at, '..')) count++;
  return count;
}
