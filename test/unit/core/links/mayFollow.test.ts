import assert from 'node:assert/strict';
import { mayFollow } from '../../../../src/core/links/mayFollow.ts';

describe('mayFollow', () => {
  it('takes images inside the folders, also where the folder itself lies below a dot-folder', () => {
    assert.ok(mayFollow('/repo/assets/a.PNG', ['/other', '/repo']));
    assert.ok(mayFollow('/home/me/.work/repo/a.webp', ['/home/me/.work/repo']));
  });

  for (const path of [
    '/home/me/.ssh/id_rsa',
    '/repo/../home/a.png',
    '/repo2/a.png',
    '/repo/.git/a.png',
    '/repo/.a.png',
    '/repo/a.txt',
    '/repo',
  ]) {
    it(`refuses ${path}`, () => assert.ok(!mayFollow(path, ['/repo'])));
  }
});
