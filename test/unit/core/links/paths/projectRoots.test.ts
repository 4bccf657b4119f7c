import assert from 'node:assert/strict';
import { projectMarker, projectRootCandidates } from '../../../../../src/core/links/paths/projectRoots.ts';
import { linkedPaths, relativeLinkPath } from '../../../../../src/core/links/paths/relativeLinkPath.ts';

describe('project roots', () => {
  it('are told by a file that the language’s own tools read', () => {
    assert.deepEqual(['restructuredtext', 'rst', 'typst', 'markdown', 'constructor'].map(projectMarker), [
      'conf.py',
      'conf.py',
      'typst.toml',
      undefined,
      undefined,
    ]);
  });

  it('are looked for from the document up to the workspace folder', () => {
    assert.deepEqual(projectRootCandidates('/r/docs/a/b.rst', '/r'), ['/r/docs/a', '/r/docs', '/r']);
    assert.deepEqual(projectRootCandidates('/b.rst', '/'), ['/']);
    assert.deepEqual(projectRootCandidates('/elsewhere/b.rst', '/r'), []);
  });

  it('come first where a link begins with a slash', () => {
    const ends = { documentPath: '/r/docs/a/b.rst', workspaceFolderPath: '/r', siteRoots: [] };
    assert.deepEqual(linkedPaths('/img/x.png', { ...ends, projectRootPath: '/r/docs' }), [
      '/r/docs/img/x.png',
      '/r/img/x.png',
    ]);
    assert.deepEqual(linkedPaths('/../x.png', { ...ends, projectRootPath: '/r' }), ['/r/x.png']);
    assert.deepEqual(linkedPaths('img/x.png', { ...ends, projectRootPath: '/r/docs' }), ['/r/docs/a/img/x.png']);
  });
});

describe('a folder that links start from', () => {
  it('is where their paths are seen from', () => {
    const ends = { documentPath: '/r/docs/a.adoc', siteRoots: [] };
    assert.equal(relativeLinkPath({ ...ends, filePath: '/r/docs/img/x.png', startFolder: 'img' }), 'x.png');
    assert.equal(relativeLinkPath({ ...ends, filePath: '/r/assets/x.png', startFolder: 'img' }), '../../assets/x.png');
    assert.equal(relativeLinkPath({ ...ends, filePath: '/r/assets/x.png', startFolder: '..' }), 'assets/x.png');
    assert.equal(relativeLinkPath({ ...ends, filePath: '/r/docs/x.png', startFolder: '' }), 'x.png');
  });
});
