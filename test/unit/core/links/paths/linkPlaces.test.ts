import assert from 'node:assert/strict';
import type { Folder } from '../../../../../src/core/links/paths/folder.ts';
import { besideNames, linkPlacesFrom, type LinkPlaces } from '../../../../../src/core/links/paths/linkPlaces.ts';
import { projectRootCandidates } from '../../../../../src/core/links/paths/projectRoots.ts';
import { isSite, siteRootCandidates } from '../../../../../src/core/links/paths/siteRoots.ts';
import { joinedSettings, readSiteSettings, settingsFiles } from '../../../../../src/core/links/paths/siteSettings.ts';

interface Case {
  readonly about: string;
  /** All files of the workspace `/r`, without that. */
  readonly files: string;
  readonly document: string;
  readonly languageId?: string;
  readonly link: string;
  /** By their files. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Without `/r/`. */
  readonly places: string;
  readonly others?: string;
  readonly ifThere?: string;
  readonly isRequest?: LinkPlaces['isRequest'];
}

/** As the editor gathers it, of a tree that is only named. */
function placesOf({ files, document, languageId = 'markdown', link, settings = {} }: Case): LinkPlaces {
  const all = [...files.split(' '), document].map((file) => `/r/${file}`);
  const listed = (path: string): Folder => {
    const below = all.filter((file) => file.startsWith(`${path}/`)).map((file) => file.slice(path.length + 1));
    const names = [...new Set(below.map((file) => file.split('/')[0] ?? ''))];
    const read = settingsFiles(names, languageId).flatMap((file) => {
      const text = settings[`${path}/${file}`.replace('/r/', '')];
      return text === undefined ? [] : [readSiteSettings(file, text)];
    });
    return { path, names, settings: joinedSettings(read) };
  };
  const documentPath = `/r/${document}`;
  const around = projectRootCandidates(documentPath, '/r').map(listed);
  const beside = around.flatMap(({ path, names }) =>
    besideNames.filter((name) => names.includes(name)).map((name) => listed(`${path}/${name}`)),
  );
  const siteRoots = around
    .flatMap(({ path }) => siteRootCandidates(`${path}/static/x.png`, '/r', ['static', 'public']))
    .filter((root) => isSite(root, listed(root.configPath).names));
  return linkPlacesFrom({ documentPath, workspaceFolderPath: '/r', languageId, around, beside, siteRoots })(link);
}

describe('places of links', () => {
  const cases: readonly Case[] = [
    {
      about: 'a path from the document is one place',
      files: 'README.md',
      document: 'docs/a.md',
      link: '../img/x.png',
      places: 'img/x.png',
    },
    {
      about: 'Jekyll serves the folder of its configuration',
      files: 'docs/_config.yml',
      document: 'docs/_posts/a.md',
      link: '/img/x.png',
      places: 'docs/img/x.png',
    },
    {
      about: 'Jekyll’s HTML is seen from a folder named like the page',
      files: 'docs/_config.yml',
      document: 'docs/_tutorials/a.md',
      link: '../../img/x.png',
      places: 'img/x.png docs/img/x.png',
    },
    {
      about: 'links within a site are seen from the file',
      files: 'docusaurus.config.js',
      document: 'docs/guide/a.md',
      link: '../img/x.png',
      places: 'docs/img/x.png',
      others: 'docs/guide/img/x.png',
    },
    {
      about: 'Hexo serves its sources',
      files: '_config.yml scaffolds/post.md',
      document: 'source/_posts/a.md',
      link: '/img/x.png',
      places: 'source/img/x.png',
    },
    {
      about: 'MkDocs serves docs',
      files: 'mkdocs.yml',
      document: 'docs/guide/a.md',
      link: '/img/x.png',
      places: 'docs/img/x.png',
    },
    {
      about: 'MkDocs may keep its documents elsewhere',
      files: 'mkdocs.yml',
      settings: { 'mkdocs.yml': 'docs_dir: content' },
      document: 'content/guide/a.md',
      link: '/img/x.png',
      places: 'content/img/x.png',
    },
    {
      about: 'links may begin with the site’s own name',
      files: 'website/docusaurus.config.js website/static/y.png',
      settings: { 'website/docusaurus.config.js': "module.exports = {\n  baseUrl: '/a/b/',\n}" },
      document: 'website/docs/a.md',
      link: '/a/b/img/x.png',
      places: 'website/static/img/x.png website/static/a/b/img/x.png',
    },
    {
      about: 'links may leave the site’s own name to the generator',
      files: '.vitepress/config.ts',
      settings: { '.vitepress/config.ts': "export default {\n  base: '/a/',\n  srcDir: 'src',\n}" },
      document: 'src/guide/a.md',
      link: '/img/x.png',
      places: 'src/public/img/x.png static/img/x.png',
    },
    {
      about: 'ids of Antora may name the document’s own component',
      files: 'antora.yml',
      settings: { 'antora.yml': 'name: server' },
      document: 'modules/learn/pages/b.adoc',
      languageId: 'asciidoc',
      link: 'server:manage:ui/x.png',
      places: 'modules/manage/images/ui/x.png modules/manage/assets/images/ui/x.png',
    },
    {
      about: 'mdBook serves src',
      files: 'book/book.toml',
      document: 'book/src/ch01.md',
      link: '/img/x.png',
      places: 'book/src/img/x.png',
    },
    {
      about: 'VuePress serves a folder of its own folder',
      files: 'docs/.vuepress/config.js',
      document: 'docs/guide/a.md',
      link: '/x.png',
      places: 'docs/.vuepress/public/x.png docs/static/x.png',
    },
    {
      about: 'Next serves public, which may be still to make',
      files: 'next.config.mjs',
      document: 'posts/a.mdx',
      link: '/x.png',
      places: 'public/x.png static/x.png',
    },
    {
      about: 'Hugo takes images of its assets and its content, too',
      files: 'hugo.toml',
      document: 'content/a.md',
      link: '/img/x.png',
      places: 'static/img/x.png assets/img/x.png content/img/x.png',
    },
    {
      about: 'Hugo’s configuration may be a folder',
      files: 'site/config/_default/hugo.yaml site/layouts/a.html',
      document: 'site/content/en/a.md',
      link: '/x.png',
      places: 'site/static/x.png site/assets/x.png site/content/x.png site/content/en/x.png',
    },
    {
      about: 'Hugo’s older configuration has a name that others use, too',
      files: 'config.yaml layouts/a.html',
      document: 'content/a.md',
      link: '/img/x.png',
      places: 'static/img/x.png assets/img/x.png content/img/x.png',
    },
    {
      about: 'a configuration of that name alone is nobody’s',
      files: 'config.yaml',
      document: 'content/a.md',
      link: '/img/x.png',
      places: 'img/x.png content/img/x.png',
      isRequest: 'ifFolderExists',
    },
    {
      about: 'Hugo may keep what it shows by languages',
      files: 'hugo.yaml',
      document: 'content/pt-br/docs/a.md',
      link: '/img/x.png',
      places: 'static/img/x.png assets/img/x.png content/img/x.png content/pt-br/img/x.png',
    },
    {
      about: 'MkDocs’ HTML is seen from a folder named like the page, however that is written',
      files: 'mkdocs.yml',
      document: 'docs/users/a.md',
      link: './../../images/x.png',
      places: 'images/x.png docs/images/x.png',
    },
    {
      about: 'bare names in chapters of AsciiDoc go where the main file keeps the images',
      files: 'book/main.adoc',
      settings: { 'book/main.adoc': '= A\n:imagesdir: img\n\ninclude::chapters/a.adoc[]\n\n:imagesdir: other\n' },
      document: 'book/chapters/a.adoc',
      languageId: 'asciidoc',
      link: 'x.png',
      places: 'book/img/x.png book/chapters/x.png book/x.png x.png',
    },
    {
      about: 'what is put into pages is seen from those, which may be anywhere',
      files: 'mkdocs.yml',
      document: 'docs/includes/a.md',
      link: 'img/x.png',
      places: 'docs/includes/img/x.png',
      others: 'docs/img/x.png img/x.png',
      isRequest: 'ifFolderExists',
    },
    {
      about: 'of a bare name in such a part, no folder tells',
      files: 'docs/conf.py',
      document: 'docs/shared/a.inc.md',
      link: 'x.png',
      places: 'docs/shared/x.png',
      others: 'docs/x.png x.png',
      isRequest: 'never',
    },
    {
      about: 'a file for another page may say so by its name',
      files: '_quarto.yml',
      document: 'part/_a.qmd',
      languageId: 'quarto',
      link: '../img/x.png',
      places: 'img/x.png',
      isRequest: 'ifFolderExists',
    },
    {
      about: 'Docusaurus sees the images of a part from the part',
      files: 'docusaurus.config.js',
      document: 'docs/_a.md',
      link: 'img/x.png',
      places: 'docs/img/x.png',
      others: '',
    },
    {
      about: 'a page of Hugo may have such a name, too',
      files: 'hugo.toml',
      document: 'content/_index.md',
      link: 'img/x.png',
      places: 'content/img/x.png',
    },
    {
      about: 'a site may stand beside the documents that it shows',
      files: 'website/docusaurus.config.ts',
      document: 'docs/a.md',
      link: '/img/x.png',
      places: 'website/static/img/x.png',
      others: 'img/x.png docs/img/x.png website/static/x.png',
    },
    {
      about: 'a site may be served below a name that only its code knows',
      files: 'docusaurus.config.js',
      document: 'docs/a.md',
      link: '/docs/img/b/x.png',
      places: 'static/docs/img/b/x.png',
      ifThere: 'static/img/b/x.png',
    },
    {
      about: 'a site that says that it is served at the root has no name',
      files: 'docusaurus.config.js',
      settings: { 'docusaurus.config.js': "module.exports = {\n  baseUrl: '/',\n}" },
      document: 'docs/a.md',
      link: '/docs/img/b/x.png',
      places: 'static/docs/img/b/x.png',
      ifThere: '',
    },
    {
      about: 'a name that may be the site’s is no folder of images itself',
      files: 'docusaurus.config.js',
      document: 'docs/a.md',
      link: '/img/x.png',
      places: 'static/img/x.png',
      ifThere: '',
    },
    {
      about: 'a README beside the configuration belongs to the repository',
      files: 'docusaurus.config.ts',
      document: 'README.md',
      link: '/img/x.png',
      places: 'img/x.png',
    },
    {
      about: 'Docusaurus’ alias for the site',
      files: 'docusaurus.config.ts',
      document: 'docs/a.mdx',
      link: '@site/static/img/x.png',
      places: 'static/img/x.png',
    },
    {
      about: 'the alias means nothing elsewhere',
      files: 'vite.config.ts',
      document: 'docs/a.mdx',
      link: '@site/static/img/x.png',
      places: '',
    },
    {
      about: 'translations show the images of the original',
      files: 'docs/de/mkdocs.yml docs/en/mkdocs.yml',
      document: 'docs/de/docs/a.md',
      link: '/img/x.png',
      places: 'docs/de/docs/img/x.png docs/en/docs/img/x.png',
    },
    {
      about: 'Sphinx’ sources may lie below its configuration',
      files: 'docs/conf.py docs/user/index.rst',
      document: 'docs/user/guides/a.rst',
      languageId: 'restructuredtext',
      link: '/img/x.png',
      places: 'docs/user/img/x.png img/x.png docs/user/guides/img/x.png docs/img/x.png',
    },
    {
      about: 'a root that nobody knows',
      files: 'README.md',
      document: 'tests/a.typ',
      languageId: 'typst',
      link: '/assets/x.png',
      places: 'assets/x.png tests/assets/x.png',
      isRequest: 'ifFolderExists',
    },
    {
      about: 'a root that nobody knows, and no folder to tell it by',
      files: 'README.md',
      document: 'docs/a.md',
      link: '/x.png',
      places: 'x.png docs/x.png',
      isRequest: 'never',
    },
    {
      about: 'a document in the workspace folder itself means that one',
      files: 'docs/a.md',
      document: 'README.md',
      link: '/x.png',
      places: 'x.png',
    },
    {
      about: 'parts of an AsciiDoc book name images as seen from its main file',
      files: 'book.asc',
      document: 'book/01/a.asc',
      languageId: 'asciidoc',
      link: 'images/x.png',
      places: 'book/01/images/x.png book/images/x.png images/x.png',
    },
    {
      about: 'chapters of LaTeX do so, too',
      files: 'main.tex',
      document: 'ch1/tex/a.tex',
      languageId: 'latex',
      link: 'ch1/figures/x.png',
      places: 'ch1/tex/ch1/figures/x.png ch1/ch1/figures/x.png ch1/figures/x.png',
    },
    {
      about: 'bare names in chapters of LaTeX go where the main file keeps the images',
      files: 'main.tex',
      settings: { 'main.tex': '\\documentclass{book}\\graphicspath{{figures/}}' },
      document: 'chapters/a.tex',
      languageId: 'latex',
      link: 'x.png',
      places: 'figures/x.png chapters/x.png x.png',
    },
    {
      about: 'Antora keeps images in the module',
      files: 'antora.yml',
      document: 'modules/ROOT/pages/a/b.adoc',
      languageId: 'asciidoc',
      link: 'a/x.png',
      places: 'modules/ROOT/images/a/x.png modules/ROOT/assets/images/a/x.png',
      others: 'modules/ROOT/pages/a/a/x.png',
    },
    {
      about: 'Antora’s older layout, and another module',
      files: 'antora.yml modules/learn/assets/images/y.png',
      document: 'modules/learn/pages/b.adoc',
      languageId: 'asciidoc',
      link: 'manage:ui/x.png',
      places: 'modules/manage/assets/images/ui/x.png modules/manage/images/ui/x.png',
    },
    {
      about: 'ids of Antora in another component',
      files: 'antora.yml',
      document: 'modules/learn/pages/b.adoc',
      languageId: 'asciidoc',
      link: '1.0@other:ROOT:x.png',
      places: '',
    },
    {
      about: 'ids of Antora without Antora',
      files: 'README.md',
      document: 'b.adoc',
      languageId: 'asciidoc',
      link: 'ROOT:image$x.png',
      places: '',
      isRequest: 'never',
    },
    {
      about: 'Writerside finds a name anywhere',
      files: 'writerside.cfg',
      document: 'topics/a.md',
      link: 'x.png',
      places: 'topics/x.png',
      isRequest: 'never',
    },
    {
      about: 'a folder for attachments',
      files: 'en/Attachments/y.png',
      document: 'en/notes/a.md',
      link: 'x.png',
      places: 'en/Attachments/x.png en/notes/x.png',
      others: '',
    },
  ];
  for (const each of cases) {
    it(each.about, () => {
      const { places, others, ifThere, isRequest } = placesOf(each);
      const seen = (paths: readonly string[]): string => paths.map((path) => path.replace('/r/', '')).join(' ');
      assert.equal(seen(places), each.places);
      if (each.ifThere !== undefined) assert.equal(seen(ifThere), each.ifThere);
      if (each.others !== undefined) assert.equal(seen(others), each.others);
      assert.equal(isRequest, each.isRequest ?? 'always');
    });
  }

  it('of a document that is saved nowhere are seen from the workspace folder', () => {
    const places = linkPlacesFrom({
      documentPath: undefined,
      workspaceFolderPath: '/r',
      languageId: 'markdown',
      around: [],
      beside: [],
      siteRoots: [],
    });
    assert.deepEqual(places('/img/x.png'), {
      places: ['/r/img/x.png'],
      ifThere: [],
      others: ['/r/img/x.png'],
      isRequest: 'always',
    });
    assert.deepEqual(places('img/x.png'), {
      places: ['/r/img/x.png'],
      ifThere: [],
      others: [],
      isRequest: 'always',
    });
  });
});
