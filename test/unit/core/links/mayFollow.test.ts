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
  it('takes what is inside the folders, also where the folder itself lies below a dot-folder', () => {
    assert.ok(liesOpen('/repo/assets/a.PNG', ['/other', '/repo']));
    assert.ok(liesOpen('/home/me/.work/repo/a.webp', ['/home/me/.work/repo']));
  });

  it('takes what VuePress and VitePress serve, and nothing else of theirs', () => {
    assert.ok(liesOpen('/repo/docs/.vuepress/public/a.png', ['/repo']));
    assert.ok(!liesOpen('/repo/docs/.vuepress/.public/a.png', ['/repo']));
    assert.ok(!liesOpen('/repo/docs/.vuepress/a.png', ['/repo']));
    assert.ok(!liesOpen('/repo/.git/public/a.png', ['/repo']));
    assert.ok(!liesOpen('/repo/.vuepress/public/.git/a.png', ['/repo']));
  });

  for (const path of [
    '/home/me/.ssh/id_rsa',
    '/repo/../home/a.png',
    '/repo2/a.png',
    '/repo/.git/a.png',
    '/repo/.a.png',
    '/repo',
  ]) {
    it(`refuses ${path}`, () => assert.ok(!liesOpen(path, ['/repo'])));
  }
});
