/** The file that an image link leads to, as seen from its document. */
import type { CancellationToken, Uri } from 'vscode';
import type { FoundLink } from '../../core/links/linkStyle.ts';
import { mayFollow } from '../../core/links/mayFollow.ts';
import { exists } from '../uri/exists.ts';
import type { LinkCandidates } from './linkCandidates.ts';

/** Undefined where there is no such image, where it lies outside the workspace, and where nobody waits for it any more. */
export async function findTarget(
  { path, otherPaths = [] }: FoundLink,
  candidates: LinkCandidates,
  cancellation: CancellationToken,
): Promise<Uri | undefined> {
  for (const each of path === undefined ? otherPaths : [path, ...otherPaths]) {
    for (const uri of candidates(each).all) {
      if (cancellation.isCancellationRequested) return undefined;
      if (mayFollow(uri.path) && (await exists(uri).catch(() => false))) return uri;
    }
  }
  return undefined;
}
