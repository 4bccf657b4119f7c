import assert from 'node:assert/strict';
import { liesOpen, mayFollow } from '../../../../src/core/links/mayFollow.ts';

describe('mayFollow', () => {
  it('takes images alone', () => {
    assert.deepEqual(
      ['/repo/a.PNG', '/repo/a.svg', '/repo/a.txt', '/repo/.env', '/repo/png'].map((path) => mayFollow(path)),
      [true, true, false, false, false],
    );
  });
});

describe('liesOpen', () => {
  it('takes what VuePress, VitePress and GitBook show, and nothing else of theirs', () => {
    const open = ['docs/.vuepress/public/a.png', '.vitepress/public/b/c.png', 'en/.gitbook/assets/d.png'];
    const closed = ['docs/.vuepress/.public/a.png', '.vuepress/a.png', '.git/public/a.png'];
    const alsoClosed = ['.vuepress/public/.git/a.png', '.gitbook/public/a.png', '.GitBook/assets/a.png'];
    for (const path of open) assert.ok(liesOpen(`/repo/${path}`, ['/repo']), path);
    for (const path of [...closed, ...alsoClosed]) {
      assert.ok(!liesOpen(`/repo/${path}`, ['/repo']), path);
    }
  });

  it('takes what is inside the folders, also where the folder itself lies below a dot-folder', () => {
    assert.ok(liesOpen('/repo/assets/a.PNG', ['/other', '/repo']));
    assert.ok(liesOpen('/home/me/.work/repo/a.webp', ['/home/me/.work/repo']));
  });

  for (const path of [
    '/home/me/.ssh/id_rsa',
    '/repo/../home/a.png',
    '/repo2/a.png',
    '/repo/.git/a.png',
    '/repo/.a.png',
    '/repo',
    '/repo/x\\..\\..\\a.png',
  ]) {
    it(`refuses ${path}`, () => assert.ok(!liesOpen(path, ['/repo'])));
  }

  for (const path of [
    'x\\..\\..\\p.png',
    'x\\..\\.git/p.png',
    'GIT~1/p.png',
    'README.md:p.png',
    'con.png',
    'a. /p.png',
  ]) {
    it(`refuses ${path} on Windows`, () => assert.ok(!liesOpen(`/c:/repo/${path}`, ['/c:/repo'])));
  }

  it('takes ordinary names on Windows, and theirs elsewhere', () => {
    assert.ok(liesOpen('/C:/repo/a~b/été 1.png', ['/c:/repo']));
    assert.ok(liesOpen('/repo/a:b/con.png', ['/repo']));
  });
});
