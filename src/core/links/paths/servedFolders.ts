/** Which folders a leading slash means to the site generators around a document: told by their configuration. */
import { baseName, isInside, joinPath, parentPath, segmentsOf } from '../../names/uriPath.ts';
import type { Folder } from './folder.ts';

interface Generator {
  /** Whether one is at work in a folder that holds these names. */
  readonly marks: (names: readonly string[]) => boolean;
  /** Below that folder, likeliest first; empty for the folder itself. */
  readonly served: readonly string[];
  /** A folder in which the folders for languages are served, too. */
  readonly languages?: string;
}

const named =
  (pattern: RegExp) =>
  (names: readonly string[]): boolean =>
    names.some((name) => pattern.test(name));

const hugo = { served: ['static', 'assets', 'content'], languages: 'content' };

/** Their usual folders; `siteSettings.ts` reads what a configuration says instead. */
const generators: readonly Generator[] = [
  { marks: named(/^docusaurus\.config\.[cm]?[jt]s$/u), served: ['static'] },
  // Also Zola, which has no `assets`.
  { marks: named(/^(?:hugo\.(?:toml|ya?ml|json)|config\.toml)$/u), ...hugo },
  // Hugo before 0.110
  {
    marks: (names) =>
      names.some((name) => /^config\.(?:ya?ml|json)$/u.test(name)) &&
      names.includes('content') &&
      names.some((name) => /^(?:layouts|themes|archetypes|static)$/u.test(name)),
    ...hugo,
  },
  // Hugo's configuration in parts, `config/_default/hugo.toml`
  {
    marks: (names) => names.includes('config') && names.includes('content') && names.includes('layouts'),
    ...hugo,
  },
  { marks: named(/^\.vuepress$/u), served: ['.vuepress/public'] },
  { marks: named(/^\.vitepress$/u), served: ['public'] },
  { marks: named(/^(?:svelte|gatsby-)\.?config\.[cm]?[jt]s$/u), served: ['static'] },
  { marks: named(/^nuxt\.config\.[cm]?[jt]s$/u), served: ['public', 'static'] },
  {
    marks: named(/^(?:vite|next|astro|vue|rspress|rsbuild|gridsome|remix|react-router)\.config\.[cm]?[jt]s$/u),
    served: ['public'],
  },
  { marks: named(/^angular\.json$/u), served: ['public', 'src'] },
  { marks: (names) => names.includes('_config.yml') && names.includes('scaffolds'), served: ['source'] },
  { marks: named(/^(?:_config|_quarto)\.ya?ml$/u), served: [''] },
  { marks: named(/^(?:mkdocs|properdocs)\.ya?ml$|^zensical\.toml$/u), served: ['docs'] },
  { marks: named(/^book\.toml$/u), served: ['src'] },
  { marks: named(/^(?:eleventy\.config\.[cm]?js|\.eleventy\.js)$/u), served: ['', 'public', 'src'] },
  // MyST: Sphinx with Markdown
  { marks: named(/^conf\.py$/u), served: [''] },
];

/** Read on the code's host, which knows nothing of a site. */
const repositoryPage = /^(?:readme|changelog|contributing|security|support|code_of_conduct)\b[^/]*\.(?:md|markdown)$/iu;

/**
 * The folders that are served at `/` for a document, of the innermost site first; a site in a folder beside it, such as
 * `website` for `docs`, counts where none is around it. Empty where no site is known.
 * @param around the folders around the document, innermost first
 * @param beside folders that stand in those
 */
export function servedFolders(
  documentPath: string,
  around: readonly Folder[],
  beside: readonly Folder[],
): readonly string[] {
  const inside = around
    .filter(({ path }) => !isRepositoryPage(documentPath, path))
    .flatMap((folder) => served(folder, documentPath));
  if (inside.length > 0) return [...new Set(inside)];
  const isReadme = around.some(({ path }) => isRepositoryPage(documentPath, path));
  return isReadme
    ? []
    : [
        ...new Set(
          beside.filter(({ path }) => !isInside(path, documentPath)).flatMap((folder) => served(folder, documentPath)),
        ),
      ];
}

/** The folder of Docusaurus's configuration, which `@site` means in its documents. */
export function docusaurusFolder(around: readonly Folder[]): string | undefined {
  return around.find(({ names }) => generators[0]?.marks(names))?.path;
}

function served({ path, names, settings }: Folder, documentPath: string): readonly string[] {
  const site = generators.find(({ marks }) => marks(names));
  const folders = (settings?.served ?? site?.served ?? []).map((folder) => joinPath(path, `./${folder}`));
  const contents = joinPath(path, `./${site?.languages ?? ''}`);
  if (site?.languages === undefined || !isInside(contents, documentPath)) return folders;
  const [language = '', ...page] = segmentsOf(documentPath).slice(segmentsOf(contents).length);
  const isLanguage = page.length > 0 && /^[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?$/u.test(language);
  return isLanguage ? [...folders, joinPath(contents, `./${language}`)] : folders;
}

function isRepositoryPage(documentPath: string, folder: string): boolean {
  return parentPath(documentPath) === folder && repositoryPage.test(baseName(documentPath));
}
