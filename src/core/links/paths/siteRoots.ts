/** Which folders a site generator serves at `/`: told by its configuration beside the folder. */
import { baseName, isInside, parentPath, segmentsOf } from '../../names/uriPath.ts';
import type { SiteRoot } from './relativeLinkPath.ts';

const script = String.raw`(?:[cm]?[jt]s)`;

/** Names of files and folders that say "a site is built here". */
export const generatorConfigNames: readonly RegExp[] = [
  // Docusaurus, Vite, Next, Nuxt, Astro, SvelteKit, Vue CLI, Rspress, Gridsome, Remix/React Router
  new RegExp(
    String.raw`^(?:docusaurus|vite|next|nuxt|astro|svelte|vue|rspress|rsbuild|gridsome|remix|react-router)\.config\.${script}$`,
    'u',
  ),
  new RegExp(`^gatsby-config\\.${script}$`, 'u'),
  /^hugo\.(?:toml|ya?ml|json)$/u,
  // Hugo before 0.110, and Zola
  /^config\.toml$/u,
  /^\.(?:vitepress|vuepress)$/u,
  /^angular\.json$/u,
];

// These keep configuration and `public` in a folder of their own below the pages.
const configFolder = /^\.(?:vuepress|vitepress)$/u;

export interface SiteRootCandidate extends SiteRoot {
  /** The folder whose listing decides. */
  readonly configPath: string;
}

/**
 * The folders around a file, outermost first, that the setting `depict.link.siteRoots` names; only below the workspace
 * folder. The caller lists each `configPath` and keeps those where `isSite` says yes.
 * @param names such as `static` or `content/static`
 */
export function siteRootCandidates(
  filePath: string,
  workspaceFolderPath: string,
  names: readonly string[],
): readonly SiteRootCandidate[] {
  if (!isInside(workspaceFolderPath, filePath)) return [];
  const segments = segmentsOf(filePath);
  const top = segmentsOf(workspaceFolderPath).length;
  const roots = names.map(segmentsOf).filter((root) => root.length > 0);
  return segments.slice(0, -1).flatMap((_, index): SiteRootCandidate[] => {
    const end = index + 1;
    const root = roots.find((each) => each.every((name, i) => segments[end - each.length + i] === name));
    if (!root || end - root.length < top) return [];
    const configPath = `/${segments.slice(0, end - root.length).join('/')}`;
    const sitePath = configFolder.test(baseName(configPath)) ? parentPath(configPath) : configPath;
    return [{ path: `/${segments.slice(0, end).join('/')}`, sitePath, configPath }];
  });
}

/** Says whether a site is built in a folder. @param names what the candidate's `configPath` holds */
export function isSite({ configPath }: SiteRootCandidate, names: readonly string[]): boolean {
  if (configFolder.test(baseName(configPath))) return names.some((name) => /^config\.[cm]?[jt]s$/u.test(name));
  return names.some((name) => generatorConfigNames.some((pattern) => pattern.test(name)));
}
