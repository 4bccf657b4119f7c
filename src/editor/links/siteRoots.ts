/** The folders around a file that a site generator really serves at `/`: its configuration stands beside them. */
import { workspace, type Uri } from 'vscode';
import type { SiteRoot } from '../../core/links/paths/relativeLinkPath.ts';
import { isSite, siteRootCandidates, type SiteRootCandidate } from '../../core/links/paths/siteRoots.ts';

/** `names` is the setting `depict.link.siteRoots`. */
export async function siteRootsAround(
  file: Uri,
  workspaceFolder: Uri,
  names: readonly string[],
): Promise<readonly SiteRoot[]> {
  const candidates = siteRootCandidates(file.path, workspaceFolder.path, names);
  const listed = await Promise.all(
    candidates.map(async (candidate) => (isSite(candidate, await namesIn(file, candidate)) ? [candidate] : [])),
  );
  return listed.flat();
}

async function namesIn(file: Uri, { configPath }: SiteRootCandidate): Promise<readonly string[]> {
  try {
    const entries = await workspace.fs.readDirectory(file.with({ path: configPath }));
    return entries.map(([name]) => name);
  } catch {
    // A folder that cannot be listed tells of no site.
    return [];
  }
}
