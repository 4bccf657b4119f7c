/**
 * What the configuration of a site, or the main file of a document of LaTeX or AsciiDoc, says of its folders where that is written
 * out. It is read as a text and never run: what it works out, nobody here knows.
 */
import { imagesFolder } from '../asciidoc/imagesFolder.ts';
import { graphicsFoldersOf } from '../latex/findLatexImages.ts';
import { mostGraphicsFolders } from '../latex/latexPaths.ts';

export interface SiteSettings {
  /** Below which name of its host the site is served: `/docs/`. */
  readonly base?: string;
  /** The folders that are served, as seen from the configuration's, instead of the generator's usual ones. */
  readonly served?: readonly string[];
  /** The name that Antora's ids call the component by. */
  readonly component?: string;
  /** The folders of LaTeX's `\graphicspath` or AsciiDoc's `imagesdir`, each with its slash, as seen from the file's. */
  readonly graphics?: readonly string[];
}

interface Reader {
  readonly file: RegExp;
  readonly read: (text: string) => SiteSettings;
}

/** A longer one is no configuration that somebody has written. Bytes. */
export const longestSettings = 200_000;

const latexFile = /\.(?:tex|cls|sty)$/iu;
const asciidocFile = /\.(?:adoc|asciidoc|asc)$/iu;
/** A folder with more of them holds chapters, and its main file is elsewhere. */
const mostDocuments = 30;

const readers: readonly Reader[] = [
  {
    file: /^docusaurus\.config\.[cm]?[jt]s$/u,
    read: (text) => ({ ...baseOf(fromCode(text, 'baseUrl')), ...servedIn(listFromCode(text, 'staticDirectories')) }),
  },
  {
    file: /^astro\.config\.[cm]?[jt]s$/u,
    read: (text) => ({ ...baseOf(fromCode(text, 'base')), ...servedIn([fromCode(text, 'publicDir')]) }),
  },
  {
    file: /^vite\.config\.[cm]?[jt]s$/u,
    read: (text) => ({ ...baseOf(fromCode(text, 'base')), ...servedIn([fromCode(text, 'publicDir')]) }),
  },
  {
    file: /^\.vitepress\/config\.[cm]?[jt]s$/u,
    read(text) {
      const sources = fromCode(text, 'srcDir');
      return {
        ...baseOf(fromCode(text, 'base')),
        ...servedIn([sources === undefined ? undefined : `${sources}/public`]),
      };
    },
  },
  { file: /^\.vuepress\/config\.[cm]?[jt]s$/u, read: (text) => baseOf(fromCode(text, 'base')) },
  { file: /^(?:mkdocs|properdocs)\.ya?ml$/u, read: (text) => servedIn([fromYaml(text, 'docs_dir')]) },
  {
    file: /^_config\.yml$/u,
    read: (text) => ({ ...baseOf(fromYaml(text, 'baseurl')), ...servedIn([fromYaml(text, 'source')]) }),
  },
  { file: /^book\.toml$/u, read: (text) => servedIn([fromToml(text, 'src')]) },
  { file: /^antora\.yml$/u, read: (text) => componentIn(fromYaml(text, 'name')) },
  { file: latexFile, read: (text) => (text.includes('graphicspath') ? { graphics: graphicsFoldersOf(text) } : {}) },
  { file: asciidocFile, read: imagesOfIncluder },
];

const inFolders: Readonly<Record<string, readonly string[]>> = {
  '.vitepress': ['config.ts', 'config.mts', 'config.js', 'config.mjs'],
  '.vuepress': ['config.js', 'config.ts'],
};

/** The files of a folder that say something, as seen from it; some may not be there. @param names what it holds */
export function settingsFiles(names: readonly string[], languageId: string): readonly string[] {
  if (languageId === 'latex' || languageId === 'tex') {
    return names.filter((name) => latexFile.test(name)).slice(0, mostDocuments);
  }
  const mainFiles = languageId === 'asciidoc' ? names.filter((name) => asciidocFile.test(name)) : [];
  const configurations = names.flatMap((name) => {
    const inside = Object.hasOwn(inFolders, name) ? inFolders[name] : undefined;
    if (inside) return inside.map((file) => `${name}/${file}`);
    const isDocument = latexFile.test(name) || asciidocFile.test(name);
    return !isDocument && readers.some(({ file }) => file.test(name)) ? [name] : [];
  });
  return [...configurations, ...mainFiles.slice(0, mostDocuments)];
}

/** @param file as `settingsFiles` has it */
export function readSiteSettings(file: string, text: string): SiteSettings {
  return readers.find((reader) => reader.file.test(file))?.read(text.slice(0, longestSettings)) ?? {};
}

/** Of several files in a folder. */
export function joinedSettings(all: readonly SiteSettings[]): SiteSettings {
  const graphics = all.flatMap((one) => one.graphics ?? []).slice(0, mostGraphicsFolders);
  return { ...(Object.assign({}, ...all) as SiteSettings), ...(graphics.length === 0 ? {} : { graphics }) };
}

function baseOf(base: string | undefined): SiteSettings {
  // The host is no part of it.
  const path = base?.replace(/^https?:\/\/[^/]+/u, '');
  return path === undefined || !/^\/[\w.~/-]*$/u.test(path) ? {} : { base: path };
}

/** The folder that a main file of AsciiDoc sets for the parts that it includes. */
function imagesOfIncluder(text: string): SiteSettings {
  const include = text.includes('imagesdir') ? text.search(/^include::/mu) : -1;
  const folder = include < 0 ? undefined : imagesFolder(text.slice(0, include));
  return folder === undefined ? {} : { graphics: [`${folder}/`] };
}

/** Only what lies in the folder, or beside it. */
function servedIn(folders: readonly (string | undefined)[]): SiteSettings {
  const served = folders.filter(
    (folder) => folder !== undefined && /^(?:\.{1,2}\/)*[\w@][\w .@/-]*$|^\.\/?$/u.test(folder),
  );
  return served.length === 0 ? {} : { served: served as readonly string[] };
}

function componentIn(name: string | undefined): SiteSettings {
  return name === undefined || !/^[\w.-]+$/u.test(name) ? {} : { component: name };
}

/** More of one name is no configuration that somebody has written. */
const mostProperties = 50;

/**
 * The one that is indented least in what the file gives out: what is nested, such as a sidebar, has bases of its own.
 * Where that leaves several, nobody here knows.
 */
function fromCode(text: string, key: string): string | undefined {
  const statements = withoutComments(text).split(/^(?=[A-Za-z])/mu);
  const given = statements
    .filter((statement) => /^(?:export\s+default|module\.exports)\b/u.test(statement))
    .flatMap((statement) => outermost(statement, key));
  const values = given.length > 0 ? given : statements.flatMap((statement) => outermost(statement, key));
  return new Set(values).size === 1 ? values[0] : undefined;
}

function outermost(code: string, key: string): readonly string[] {
  if (!code.includes(key)) return [];
  const property = new RegExp(
    String.raw`(?<![\w$.'"-])${key}[ \t]{0,9}:[ \t]{0,9}(["'])([^"'\\$\r\n]{0,300})\1(?=[ \t]{0,9}(?:[,}\r\n]|//|$))`,
    'gu',
  );
  const found = [...code.matchAll(property)].slice(0, mostProperties);
  const indented = found.map(({ index, 2: value = '' }) => ({ value, indent: indentAt(code, index) }));
  const least = Math.min(...indented.map(({ indent }) => indent));
  return indented.filter(({ indent }) => indent === least).map(({ value }) => value);
}

function indentAt(text: string, offset: number): number {
  return /^[ \t]*/u.exec(text.slice(text.lastIndexOf('\n', offset) + 1, offset))?.[0].length ?? 0;
}

function listFromCode(text: string, key: string): readonly string[] {
  const list = new RegExp(String.raw`^[ \t]{0,40}${key}[ \t]{0,9}:[ \t]{0,9}\[([^\][()]{0,500})\]`, 'mu');
  const content = list.exec(withoutComments(text))?.[1] ?? '';
  return Array.from(content.matchAll(/(["'])([^"'\\$\n]{1,200})\1/gu), ([, , folder = '']) => folder);
}

// A string that nothing closes goes to the end of its line: looked for again and again, its end would take minutes.
const stringOrComment =
  /("(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|`(?:[^`\\]|\\[^])*`?)|(?<![^\s,;(){}[\]])\/\/.*|\/\*[^]*?(?:\*\/|$)/gu;

function withoutComments(text: string): string {
  return text.replace(stringOrComment, (_, string: string | undefined) => string ?? '');
}

function fromYaml(text: string, key: string): string | undefined {
  return unquoted(new RegExp(String.raw`^${key}[ \t]{0,9}:[ \t]{1,9}(\S.*)$`, 'mu').exec(text)?.[1]);
}

function fromToml(text: string, key: string): string | undefined {
  return unquoted(new RegExp(String.raw`^[ \t]{0,9}${key}[ \t]{0,9}=[ \t]{0,9}(["'].*)$`, 'mu').exec(text)?.[1]);
}

/** No folder has a longer name. UTF-16 units. */
const longestValue = 300;

/** Without a comment behind it. */
function unquoted(written = ''): string | undefined {
  const value = written.slice(0, longestValue);
  const [isQuoted, double, single] = /^(?:"([^"\\]*)"|'([^']*)')\s*(?:\s#.*)?$/u.exec(value) ?? [];
  if (isQuoted !== undefined) return double ?? single;
  const comment = value.search(/\s#/u);
  if (!/^[^"'\s#!&*]/u.test(value) || (comment < 0 && written.length > longestValue)) return undefined;
  return (comment < 0 ? value : value.slice(0, comment)).trimEnd();
}
