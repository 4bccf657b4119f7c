import assert from 'node:assert/strict';
import { mayHoldImages } from '../../../../src/core/links/mayHoldImages.ts';

describe('mayHoldImages', () => {
  for (const path of ['/repo/a.png', '/repo/A.JPEG', '/repo/img', '/repo/v1.2', '/repo/.images', '/repo/x.svg']) {
    it(`is true of ${path}`, () => assert.equal(mayHoldImages(path), true));
  }

  for (const path of ['/repo/page.md', '/repo/a.test.ts', '/repo/.git', '/repo/.git/refs/heads/main', '/repo/out.o']) {
    it(`is false of ${path}`, () => assert.equal(mayHoldImages(path), false));
  }
});
