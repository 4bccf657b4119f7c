import assert from 'node:assert/strict';
import { liesOpen, mayFollow, mayLookAt } from '../../../../src/core/links/mayFollow.ts';

describe('mayFollow', () => {
  it('takes images alone', () => {
    assert.deepEqual(
      ['/repo/a.PNG', '/repo/a.svg', '/repo/a.txt', '/repo/.env', '/repo/png'].map((path) => mayFollow(path)),
      [true, true, false, false, false],
    );
  });
});

describe('mayLookAt', () => {
  it('takes what VuePress and VitePress serve, and nothing else of theirs', () => {
    assert.ok(mayLookAt('/repo/docs/.vuepress/public/a.png', ['/repo']));
    assert.ok(!mayLookAt('/repo/docs/.vuepress/.public/a.png', ['/repo']));
    assert.ok(!mayLookAt('/repo/docs/.vuepress/a.png', ['/repo']));
    assert.ok(!liesOpen('/repo/docs/.vuepress/public/a.png', ['/repo']));
    assert.ok(!mayLookAt('/repo/.git/public/a.png', ['/repo']));
    assert.ok(!mayLookAt('/repo/.vuepress/public/.git/a.png', ['/repo']));
  });
});

describe('liesOpen', () => {
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
