import assert from 'node:assert/strict';
import { wholeGallery } from '../../../../src/core/sidebar/galleryQuery.ts';
import type { GalleryList } from '../../../../src/core/sidebar/viewState.ts';
import { emptyGallery, withList } from '../../../../src/webview/gallery/galleryState.ts';

const list = (revision: number, times: readonly number[]): GalleryList => {
  return { revision, query: wholeGallery, times, models: [], documents: [] };
};

describe('the lists that the gallery gets', () => {
  it('shows the first image after it was told that there is none', () => {
    const told = withList(withList(emptyGallery, list(1, [])), list(2, [5]));
    assert.equal(told.list?.revision, 2);
  });

  it('keeps a newer list aside until its images come', () => {
    const told = withList(withList(emptyGallery, list(1, [4])), list(2, [5, 4]));
    assert.deepEqual([told.list?.revision, told.next?.revision], [1, 2]);
  });

  it('is empty at once when the last image is gone', () => {
    const told = withList(withList(emptyGallery, list(1, [4])), list(2, []));
    assert.deepEqual([told.list?.revision, told.next], [2, undefined]);
  });
});
