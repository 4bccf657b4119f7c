/** The file that an image link leads to, as seen from its document. */
import type { TextDocument, Uri } from 'vscode';
import { mayFollow } from '../../core/links/mayFollow.ts';
import { exists } from '../uri/exists.ts';
import { documentHome } from './documentHome.ts';
import { linkCandidates } from './linkCandidates.ts';

/** Undefined where there is no such image, or where it lies outside the workspace. */
export async function findTarget(linkPath: string, document: TextDocument): Promise<Uri | undefined> {
  const candidates = await linkCandidates(documentHome(document), document.languageId);
  for (const uri of candidates(linkPath).all) {
    if (mayFollow(uri.path) && (await exists(uri).catch(() => false))) return uri;
  }
  return undefined;
}
