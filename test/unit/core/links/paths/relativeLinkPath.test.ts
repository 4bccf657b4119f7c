import assert from 'node:assert/strict';
import { linkedPaths, relativeLinkPath, type LinkEnds } from '../../../../../src/core/links/paths/relativeLinkPath.ts';
import { isSite, siteRootCandidates } from '../../../../../src/core/links/paths/siteRoots.ts';
import { pseudoRandom } from '../../pseudoRandom.ts';

describe('relative link paths', () => {
  const examples: readonly [documentPath: string, filePath: string, expected: string][] = [
    ['/r/docs/x.md', '/r/assets/a.png', '../assets/a.png'],
    ['/r/x.md', '/r/assets/a.png', 'assets/a.png'],
    ['/r/x.md', '/r/a.png', 'a.png'],
    ['/r/a/b/c.md', '/r/a/b/d/e.png', 'd/e.png'],
    ['/r/a/b/c.md', '/r/ab/e.png', '../../ab/e.png'],
    ['/r/x.md', '/other/a.png', '../other/a.png'],
    ['/x.md', '/a.png', 'a.png'],
    ['/r/a.png/x.md', '/r/a.png', '../a.png'],
    ['/c:/r/x.md', '/C:/r/a.png', 'a.png'],
  ];
  for (const [documentPath, filePath, expected] of examples) {
    it(`lead from ${documentPath} to ${filePath}`, () => {
      assert.equal(relativeLinkPath({ documentPath, filePath, siteRoots: [] }), expected);
    });
  }

  it('do not care for case on Windows', () => {
    const ends = { documentPath: '/c:/Repo/docs/x.md', filePath: '/C:/repo/Docs/a.png', siteRoots: [] };
    assert.equal(relativeLinkPath({ ...ends, ignoreCase: true }), 'a.png');
    assert.equal(relativeLinkPath(ends), '../../repo/Docs/a.png');
  });

  it('do not lead to another drive', () => {
    assert.equal(relativeLinkPath({ documentPath: '/c:/r/x.md', filePath: '/d:/r/a.png', siteRoots: [] }), undefined);
    assert.equal(relativeLinkPath({ documentPath: '/c:/r/x.md', filePath: '/d:/a.png', siteRoots: [] }), undefined);
  });

  it('are seen from the workspace folder where the document is saved nowhere', () => {
    const ends = { filePath: '/r/assets/a.png', siteRoots: [] };
    assert.equal(relativeLinkPath({ ...ends, workspaceFolderPath: '/r' }), 'assets/a.png');
    assert.equal(relativeLinkPath(ends), undefined);
  });

  it('lead back to the file', () => {
    const random = pseudoRandom(22);
    const names = ['a', 'b', 'c d', '...', 'e.png', 'ö'];
    const path = (): string => `/${Array.from({ length: 1 + random.below(5) }, () => random.pick(names)).join('/')}`;
    for (let i = 0; i < 3_000; i++) {
      const documentPath = path();
      const filePath = path();
      const link = relativeLinkPath({ documentPath, filePath, siteRoots: [] });
      assert.ok(link, `${documentPath} ${filePath}`);
      assert.deepEqual(linkedPaths(link, { documentPath, siteRoots: [] }), [filePath], `${documentPath} ${link}`);
    }
  });
});

describe('site roots', () => {
  const sites: readonly [filePath: string, listing: readonly string[], document: string, expected: string][] = [
    ['/r/static/img/x.png', ['docusaurus.config.js', 'docs'], '/r/docs/a.md', '/img/x.png'],
    ['/r/site/static/x.png', ['hugo.toml'], '/r/site/content/a.md', '/x.png'],
    ['/r/public/x.png', ['vite.config.ts'], '/r/index.html', '/x.png'],
    ['/r/public/x.png', ['next.config.mjs'], '/r/content/posts/a.md', '/x.png'],
    ['/r/docs/public/x.png', ['.vitepress', 'index.md'], '/r/docs/guide/a.md', '/x.png'],
    ['/r/docs/.vuepress/public/x.png', ['config.js'], '/r/docs/guide/a.md', '/x.png'],
    // No site there
    ['/r/static/x.png', ['package.json'], '/r/docs/a.md', '../static/x.png'],
    ['/r/assets/x.png', ['vite.config.ts'], '/r/docs/a.md', '../assets/x.png'],
    // A page of the repository, not of the site
    ['/r/site/static/x.png', ['hugo.toml'], '/r/README.md', 'site/static/x.png'],
    ['/r/public/x.png', ['vite.config.ts'], '/r/README.md', 'public/x.png'],
    // Served as it is
    ['/r/public/img/x.png', ['vite.config.ts'], '/r/public/about.html', 'img/x.png'],
  ];
  for (const [filePath, listing, documentPath, expected] of sites) {
    it(`${documentPath} links ${filePath} as ${expected} beside ${listing.join(', ')}`, () => {
      const candidates = siteRootCandidates(filePath, '/r', ['static', 'public']);
      const siteRoots = candidates.filter((candidate) => isSite(candidate, listing));
      const ends: LinkEnds = { documentPath, filePath, workspaceFolderPath: '/r', siteRoots };
      const link = relativeLinkPath(ends);
      assert.equal(link, expected);
      assert.equal(linkedPaths(expected, ends)[0], filePath);
    });
  }

  it('are looked for below the workspace folder, by each name in the setting', () => {
    const paths = (filePath: string, names: readonly string[]): readonly string[] =>
      siteRootCandidates(filePath, '/a/static/r', names).map(({ path }) => path);
    assert.deepEqual(paths('/a/static/r/static/b/public/x.png', ['static', 'public']), [
      '/a/static/r/static',
      '/a/static/r/static/b/public',
    ]);
    assert.deepEqual(paths('/a/static/r/content/static/x.png', ['content/static/']), ['/a/static/r/content/static']);
    assert.deepEqual(paths('/a/static/r/x.png', ['static', '', '/']), []);
    assert.deepEqual(paths('/elsewhere/static/x.png', ['static']), []);
  });

  it('come before the workspace folder where a link begins with a slash', () => {
    const siteRoots = [{ path: '/r/site/static', sitePath: '/r/site' }];
    const ends = { documentPath: '/r/site/docs/a.md', workspaceFolderPath: '/r', siteRoots };
    assert.deepEqual(linkedPaths('/img/x.png', ends), ['/r/site/static/img/x.png', '/r/img/x.png']);
    assert.deepEqual(linkedPaths('/../../x.png', ends), ['/r/site/static/x.png', '/r/x.png']);
  });
});
