import assert from 'node:assert/strict';
import { retarget } from '../../../../src/core/links/retarget.ts';

describe('retarget', () => {
  for (const [target, wanted, saved, expected] of [
    ['assets/x.jpg', '/r/assets/x.jpg', '/r/assets/x.png', 'assets/x.png'],
    ['./a%20b.jpeg?v=1#top', '/r/a b.jpeg', '/r/a b.png', './a%20b.png?v=1#top'],
    ['/img/x.PNG', '/r/static/img/x.PNG', '/r/static/img/x-1.PNG', '/img/x-1.PNG'],
    ['x.v2.png', '/r/x.v2.png', '/r/x.v2-1.jpg', 'x.v2-1.jpg'],
    ['figures/x', '/r/figures/x.png', '/r/figures/x.jpg', 'figures/x'],
    ['figures/x', '/r/figures/x.png', '/r/figures/x-2.jpg', 'figures/x-2'],
    ['x.png', '/r/x.png', '/r/x.png', 'x.png'],
  ] as const) {
    it(`makes ${target} lead to ${saved}`, () => assert.equal(retarget(target, wanted, saved), expected));
  }
});
