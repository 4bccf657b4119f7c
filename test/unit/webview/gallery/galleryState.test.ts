import assert from 'node:assert/strict';
import type { GallerySlice } from '../../../../src/core/sidebar/viewState.ts';
import {
  emptyGallery,
  withCards,
  withList,
  withMark,
  withSlice,
} from '../../../../src/webview/gallery/galleryState.ts';
import { galleryList, imageCard } from '../cards.ts';

const shown = withSlice(withList(emptyGallery, galleryList(1, 50)), slice(1, 0, ['a', 'b', 'c']));

describe('galleryState', () => {
  it('shows the first list at once, and images as they come', () => {
    const state = withList(emptyGallery, galleryList(1, 50));
    assert.equal(state.list?.revision, 1);
    assert.equal(state.items.size, 0);
    assert.deepEqual([...shown.items.keys()], [0, 1, 2]);
    assert.equal(withSlice(shown, slice(1, 10, ['k'])).items.get(10)?.id, 'k');
  });

  it('keeps a newer list aside until its first images are there', () => {
    const waiting = withList(shown, galleryList(2, 51));
    assert.equal(waiting.list?.revision, 1);
    assert.equal(waiting.items.size, 3);
    const state = withSlice(waiting, slice(2, 0, ['new', 'a', 'b', 'c']));
    assert.deepEqual([state.list?.revision, state.next, state.items.get(0)?.id], [2, undefined, 'new']);
  });

  it('shows an empty list at once, with nothing large any more', () => {
    const state = withList({ ...shown, isOpen: true, active: 1 }, galleryList(2, 0));
    assert.deepEqual([state.list?.revision, state.items.size, state.isOpen, state.active], [2, 0, false, 0]);
  });

  it('takes no images of a list that is gone', () => {
    assert.equal(withSlice(shown, slice(7, 0, ['x'])), shown);
  });

  it('stays with the image that has the focus when others come before it', () => {
    const open = { ...shown, active: 1, isOpen: true };
    const state = withSlice(withList(open, galleryList(2, 52)), slice(2, 0, ['y', 'x', 'a', 'b', 'c']));
    assert.deepEqual([state.active, state.isOpen], [3, true]);
  });

  it('goes on to the next image when the one with the focus is gone', () => {
    const open = { ...shown, active: 2, isOpen: true };
    const state = withSlice(withList(open, galleryList(2, 2)), slice(2, 0, ['a', 'b']));
    assert.deepEqual([state.active, state.isOpen], [1, true]);
  });

  it('marks two at most: the earliest gives way, and the same again is unmarked', () => {
    const marked = ['a', 'b', 'c'].map((id) => imageCard(id)).reduce(withMark, shown);
    assert.deepEqual(
      marked.marked.map(({ id }) => id),
      ['b', 'c'],
    );
    assert.deepEqual(
      withMark(marked, imageCard('b')).marked.map(({ id }) => id),
      ['c'],
    );
  });

  it('knows what became of a marked image', () => {
    const marked = withMark(shown, imageCard('a'));
    const favourite = { revision: 1, from: 0, items: [imageCard('a', { favourite: true })] };
    assert.equal(withSlice(marked, favourite).marked[0]?.favourite, true);
  });

  it('knows what became of marked images that are not in the list', () => {
    const compared = { ...['x', 'y'].map((id) => imageCard(id)).reduce(withMark, shown), isComparing: true };
    const deleted = imageCard('y', { deleted: true });
    const state = withCards(compared, [imageCard('x', { favourite: true }), deleted], []);
    assert.deepEqual(
      state.marked.map(({ id, favourite, deleted }) => [id, favourite, deleted]),
      [
        ['x', true, false],
        ['y', false, true],
      ],
    );
    assert.equal(state.isComparing, true);
    const forgotten = withCards(state, [deleted], ['x']);
    assert.deepEqual([forgotten.marked, forgotten.isComparing], [[deleted], false]);
  });

  it('takes no answer for a mark that was taken away meanwhile', () => {
    assert.deepEqual(withCards(shown, [imageCard('x')], ['y']).marked, []);
  });

  it('lets go of images that are far away', () => {
    const far = withSlice(withList(emptyGallery, galleryList(1, 10_000)), slice(1, 0, ['a']));
    assert.deepEqual([...withSlice(far, slice(1, 5_000, ['z'])).items.keys()], [5_000]);
  });
});

function slice(revision: number, from: number, ids: readonly string[]): GallerySlice {
  return { revision, from, items: ids.map((id) => imageCard(id)) };
}
