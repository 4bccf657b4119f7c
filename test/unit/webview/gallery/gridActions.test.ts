import assert from 'node:assert/strict';
import { closing, comparing, opening, reaching } from '../../../../src/webview/gallery/gridActions.ts';
import { firstState } from '../../../../src/webview/page/pageState.ts';
import { viewState } from '../cards.ts';

describe('going about in the gallery', () => {
  const grid = firstState(viewState(), 0);

  it('takes the focus along, there and back', () => {
    const open = opening(grid, 4);
    assert.deepEqual([open.gallery.active, open.gallery.isOpen, open.focus], [4, true, { target: 'gallery' }]);
    const side = comparing(grid);
    assert.deepEqual([side.gallery.isComparing, side.focus], [true, { target: 'gallery' }]);
    for (const state of [closing(open), closing(side)]) {
      assert.deepEqual(
        [state.gallery.isOpen, state.gallery.isComparing, state.focus],
        [false, false, { target: 'gallery' }],
      );
    }
  });

  it('goes where one wants to, not to what was sought before', () => {
    const sought = { ...grid, gallery: { ...grid.gallery, sought: { id: 'a', createdAt: 0 } } };
    assert.equal(reaching(sought, 0).gallery.sought, undefined);
    assert.equal(opening(sought, 2).gallery.sought, undefined);
    assert.equal(reaching(grid, 0), grid);
  });
});
