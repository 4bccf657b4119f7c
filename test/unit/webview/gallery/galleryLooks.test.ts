import assert from 'node:assert/strict';
import { wholeGallery } from '../../../../src/core/sidebar/galleryQuery.ts';
import { galleryLooks, galleryWith } from '../../../../src/webview/gallery/galleryLooks.ts';
import {
  withCards,
  withList,
  withMark,
  withSlice,
  type GalleryState,
} from '../../../../src/webview/gallery/galleryState.ts';
import { galleryList, imageCard } from '../cards.ts';

/** The image at that index of the lists of these tests. */
const cardAt = (index: number) => imageCard(`image-${index}`, { createdAt: (1_000_000 - index) * 1_000 });
const slice = (revision: number, from: number, count: number) => ({
  revision,
  from,
  items: Array.from({ length: count }, (_, at) => cardAt(from + at)),
});

const left: GalleryState = withMark(
  withMark(
    {
      ...withSlice(withList(galleryWith(wholeGallery, undefined), galleryList(1, 500)), slice(1, 280, 60)),
      active: 300,
      isOpen: true,
    },
    cardAt(3),
  ),
  cardAt(499),
);
/** What a page that was thrown away leaves to the next one. */
const remembered = () => galleryWith(wholeGallery, galleryLooks(left));

describe('the gallery after its page was thrown away', () => {
  it('shows the image again that was open, asking where it must be', () => {
    const listed = withList(remembered(), galleryList(7, 500));
    assert.deepEqual([listed.active, listed.isOpen], [300, true]);
    const state = withSlice(listed, slice(7, 280, 40));
    assert.deepEqual([state.active, state.isOpen, state.items.get(300)?.id], [300, true, 'image-300']);
  });

  it('finds it among others of the same second', () => {
    const list = { ...galleryList(7, 4), times: [1_000_001, 999_700, 999_700, 999_700] };
    const items = ['x', 'y', 'z'].map((id) => imageCard(id, { createdAt: 999_700_500 }));
    const listed = withList(remembered(), list);
    const state = withSlice(listed, { revision: 7, from: 1, items: [...items.slice(0, 2), cardAt(300)] });
    assert.deepEqual([listed.active, state.active, state.isOpen], [1, 3, true]);
  });

  it('finds it in the newest list when two come one after the other', () => {
    const waiting = withList(withList(remembered(), galleryList(7, 500)), galleryList(8, 500));
    const state = withSlice(waiting, slice(8, 290, 41));
    assert.deepEqual([state.list?.revision, state.active, state.isOpen], [8, 300, true]);
  });

  it('waits while the host has not read its history yet', () => {
    const empty = withList(remembered(), galleryList(1, 0));
    assert.equal(withList(empty, galleryList(2, 500)).active, 300);
  });

  it('goes back to the grid where the image is gone', () => {
    const without = withList(remembered(), galleryList(7, 100));
    assert.deepEqual([without.isOpen, without.sought], [false, undefined]);
    const others = { ...slice(7, 280, 40), items: slice(7, 280, 40).items.map((card) => ({ ...card, id: 'other' })) };
    const forgotten = withSlice(withList(remembered(), galleryList(7, 500)), others);
    assert.deepEqual([forgotten.isOpen, forgotten.sought], [false, undefined]);
  });

  it('has its marks again, in their order, without those that are gone', () => {
    const both = withCards({ ...remembered(), isComparing: true }, [cardAt(499), cardAt(3)], []);
    assert.deepEqual(
      [both.marked.map(({ id }) => id), both.soughtMarks, both.isComparing],
      [['image-3', 'image-499'], [], true],
    );
    const one = withCards({ ...remembered(), isComparing: true }, [cardAt(3)], ['image-499']);
    assert.deepEqual([one.marked.map(({ id }) => id), one.isComparing], [['image-3'], false]);
  });

  it('leaves the same to the next page while nothing has come', () => {
    assert.deepEqual(galleryLooks(remembered()), galleryLooks(left));
  });
});
