import assert from 'node:assert/strict';
import { readSiteSettings, settingsFiles, type SiteSettings } from '../../../../src/core/links/siteSettings.ts';
import { processorTime } from './processorTime.ts';

describe('settings of a site', () => {
  const examples: readonly [file: string, text: string, settings: SiteSettings][] = [
    [
      'docusaurus.config.ts',
      'const config: Config = {\n  title: "x",\n  url: "https://a.example",\n  baseUrl: "/docs/", // here\n};',
      { base: '/docs/' },
    ],
    ['docusaurus.config.js', "module.exports = {\n  baseUrl: '/docs/',\n};", { base: '/docs/' }],
    [
      'docusaurus.config.js',
      "export default {\n  // baseUrl: '/a/',\n  /* baseUrl: '/b/', */\n  baseUrl: '/',\n  staticDirectories: ['static', \"../img\"],\n}",
      { base: '/', served: ['static', '../img'] },
    ],
    ['docusaurus.config.js', "export default {\n  baseUrl: process.env.X ?? '/a/',\n};", {}],
    ['docusaurus.config.js', 'export default {\n  baseUrl: `/${x}/`,\n};', {}],
    [
      'astro.config.mjs',
      "export default defineConfig({ site: 'https://a.example', base: '/docs' });",
      { base: '/docs' },
    ],
    [
      '.vitepress/config.mts',
      "export default defineConfig({\n  themeConfig: {\n    sidebar: {\n      '/guide/': { base: '/guide/', items: [] },\n    },\n  },\n  base: '/app/',\n  srcDir: './src',\n})",
      { base: '/app/', served: ['./src/public'] },
    ],
    ['mkdocs.yml', 'site_name: x\ndocs_dir: content # here\nnav:\n  docs_dir: no', { served: ['content'] }],
    ['mkdocs.yml', 'docs_dir: "../docs"', { served: ['../docs'] }],
    ['mkdocs.yml', 'docs_dir: !ENV [A, b]', {}],
    ['mkdocs.yml', 'docs_dir: /etc', {}],
    ['_config.yml', 'baseurl: "/project"\nsource: site', { base: '/project', served: ['site'] }],
    ['_config.yml', 'baseurl: ""', {}],
    ['book.toml', '[book]\ntitle = "x"\nsrc = "text"\n', { served: ['text'] }],
    ['antora.yml', 'name: server\nversion: ~', { component: 'server' }],
    ['main.tex', '% \\graphicspath{{no/}}\n\\graphicspath{{img/}{pics/}}', { graphics: ['img/', 'pics/'] }],
    ['package.json', 'base: "/x"', {}],
  ];
  for (const [file, text, settings] of examples) {
    it(`of ${file}: ${JSON.stringify(text)}`, () => assert.deepEqual(readSiteSettings(file, text), settings));
  }

  it('stand in files that a folder’s names tell', () => {
    assert.deepEqual(settingsFiles(['README.md', 'mkdocs.yml', 'a.tex', 'constructor', '.vuepress'], 'markdown'), [
      'mkdocs.yml',
      '.vuepress/config.js',
      '.vuepress/config.ts',
    ]);
    assert.deepEqual(settingsFiles(['main.tex', 'a.cls', 'mkdocs.yml'], 'latex'), ['main.tex', 'a.cls']);
  });

  it('are read in a short time, whatever the text', () => {
    for (const text of ['base: "', '{ base: ', '/*', '\n//', 'staticDirectories: [', "base:'/a'{", '\\graphicspath{']) {
      for (const file of ['docusaurus.config.js', '.vitepress/config.ts', 'mkdocs.yml', 'book.toml', 'a.tex']) {
        const milliseconds = processorTime(() => readSiteSettings(file, text.repeat(100_000)));
        assert.ok(milliseconds < 1_500, `${file} ${text}: ${milliseconds}`);
      }
    }
  });
});
