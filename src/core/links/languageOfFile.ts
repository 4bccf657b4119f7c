/** The language of a file that no editor shows, by its name: for those whose image links can be requests. */
import { baseName } from '../names/uriPath.ts';

const languages: Readonly<Record<string, string>> = {
  md: 'markdown',
  markdown: 'markdown',
  mdown: 'markdown',
  mkd: 'markdown',
  mdx: 'mdx',
  qmd: 'quarto',
  rmd: 'rmd',
  html: 'html',
  htm: 'html',
  rst: 'restructuredtext',
  adoc: 'asciidoc',
  asciidoc: 'asciidoc',
  asc: 'asciidoc',
  tex: 'latex',
  typ: 'typst',
  org: 'org',
};

/** For a search of the workspace: documents, and notebooks that hold some. */
export const documentGlob = `**/*.{${[...Object.keys(languages), 'ipynb'].join(',')}}`;

export function isNotebook(path: string): boolean {
  return /\.ipynb$/iu.test(path);
}

/** Undefined for any other file. */
export function languageOfFile(path: string): string | undefined {
  const ending = /\.([^.]+)$/u.exec(baseName(path))?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(languages, ending) ? languages[ending] : undefined;
}
