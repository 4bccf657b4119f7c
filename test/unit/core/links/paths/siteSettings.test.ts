import assert from 'node:assert/strict';
import {
  joinedSettings,
  readSiteSettings,
  settingsFiles,
  type SiteSettings,
} from '../../../../../src/core/links/paths/siteSettings.ts';
import { processorTime } from '../processorTime.ts';

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
    [
      'docusaurus.config.js',
      "export default {\n  include: ['**/*.md', \"it's // \"], // don't\n  baseUrl: '/x/', /* no */\n  exclude: ['*/'],\n};",
      { base: '/x/' },
    ],
    ['vite.config.ts', "plugins: [VitePWA({\n  base: '/p/' })],\n  base: '/x/'", {}],
    ['vite.config.ts', "plugins: [VitePWA({\n  base: '/x/' })],\n  base: '/x/'", { base: '/x/' }],
    ['vite.config.ts', "const sidebar={base:'/guide/'}\nexport default {\n  base: '/x/'\n}", { base: '/x/' }],
    ['vite.config.ts', "const a = { base: '/guide/' };\nconst b = {\n  base: '/x/'\n};\nexport default b;", {}],
    ['mkdocs.yml', 'docs_dir: !ENV [A, b]', {}],
    ['mkdocs.yml', `docs_dir: a b   # ${'c'.repeat(400)}`, { served: ['a b'] }],
    ['mkdocs.yml', `docs_dir: 'a b'   # ${'c'.repeat(400)}`, { served: ['a b'] }],
    ['mkdocs.yml', `docs_dir: ${'c'.repeat(400)}`, {}],
    ['mkdocs.yml', 'docs_dir: /etc', {}],
    ['_config.yml', 'baseurl: "/project"\nsource: site', { base: '/project', served: ['site'] }],
    ['_config.yml', 'baseurl: ""', {}],
    ['book.toml', '[book]\ntitle = "x"\nsrc = "text"\n', { served: ['text'] }],
    ['antora.yml', 'name: server\nversion: ~', { component: 'server' }],
    ['main.tex', '% \\graphicspath{{no/}}\n\\graphicspath{{img/}{pics/}}', { graphics: ['img/', 'pics/'] }],
    ['main.adoc', ':imagesdir: img/\n\ninclude::a.adoc[]\n\n:imagesdir: other', { graphics: ['img/'] }],
    ['main.adoc', ':imagesdir: https://a.example/img\n\ninclude::a.adoc[]', {}],
    ['alone.adoc', ':imagesdir: img\n\nimage::a.png[]', {}],
    ['package.json', 'base: "/x"', {}],
  ];
  for (const [file, text, settings] of examples) {
    it(`of ${file}: ${JSON.stringify(text)}`, () => assert.deepEqual(readSiteSettings(file, text), settings));
  }

  it('tell of no more folders of LaTeX than somebody would write', () => {
    const text = Array.from({ length: 5_000 }, (_, index) => `\\graphicspath{{${index}/}}`).join('\n');
    const settings = readSiteSettings('x.cls', text);
    assert.deepEqual(settings.graphics?.slice(0, 2), ['0/', '1/']);
    assert.equal(settings.graphics.length, 20);
    const other = readSiteSettings('y.cls', '\\graphicspath{{y/}}');
    assert.equal(joinedSettings([settings, other]).graphics?.length, 20);
  });

  it('stand in files that a folder’s names tell', () => {
    assert.deepEqual(settingsFiles(['README.md', 'mkdocs.yml', 'a.tex', 'constructor', '.vuepress'], 'markdown'), [
      'mkdocs.yml',
      '.vuepress/config.js',
      '.vuepress/config.ts',
    ]);
    assert.deepEqual(settingsFiles(['main.tex', 'a.cls', 'mkdocs.yml'], 'latex'), ['main.tex', 'a.cls']);
  });

  it('of an AsciiDoc book are read in a short time, whatever the text', () => {
    for (const line of [':imagesdir: {imagesdir}/a', 'ifdef::a[]', 'image::[', '----', ':a: b \\']) {
      const text = `:imagesdir: a\n${`${line}\n`.repeat(8_000)}include::b.adoc[]\n`;
      const milliseconds = processorTime(() => readSiteSettings('a.adoc', text));
      assert.ok(milliseconds < 500, `${line}: ${milliseconds}`);
    }
  });

  it('are read in a short time, whatever the text', () => {
    for (const text of ['base: "', '{ base: ', '/*', '\n//', 'staticDirectories: [', "base:'/a'{", '\\graphicspath{']) {
      for (const file of ['docusaurus.config.js', '.vitepress/config.ts', 'mkdocs.yml', 'book.toml', 'a.tex']) {
        const milliseconds = processorTime(() => readSiteSettings(file, text.repeat(100_000)));
        assert.ok(milliseconds < 1_500, `${file} ${text}: ${milliseconds}`);
      }
    }
    const blank = ' '.repeat(190_000);
    for (const [file, text] of [
      ['mkdocs.yml', `docs_dir: a${blank}b`],
      ['mkdocs.yml', `docs_dir: "a"${blank}b`],
      ['mkdocs.yml', `docs_dir: a${' #'.repeat(95_000)}"`],
      ['book.toml', `src = "a"${blank}b`],
      ['astro.config.mjs', `a: "${'\\"'.repeat(95_000)}`],
      ['astro.config.mjs', `a: ${'`\\'.repeat(95_000)}`],
      ['astro.config.mjs', '\nbase'.repeat(38_000)],
    ] as const) {
      const milliseconds = processorTime(() => readSiteSettings(file, text));
      assert.ok(milliseconds < 500, `${file} ${text.slice(0, 20)}: ${milliseconds}`);
    }
  });
});
