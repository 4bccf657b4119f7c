import assert from 'node:assert/strict';
import type { PageStrings } from '../../../../src/core/sidebar/pageStrings.ts';
import { imageName } from '../../../../src/webview/images/imageName.ts';
import { imageCard } from '../cards.ts';

describe('imageName', () => {
  const strings = {
    gallery: { option: '{0}, {1}' },
    image: { favourite: 'Favorite', deleted: 'The file is gone.' },
  } as unknown as Pick<PageStrings, 'gallery' | 'image'>;

  it('tells what is in an image and what tells it from its neighbours', () => {
    assert.equal(imageName(imageCard('1'), 'Seed 7', strings), 'Picture 1, Seed 7');
  });

  it('tells what can only be seen otherwise', () => {
    const card = imageCard('1', { favourite: true, deleted: true });
    assert.equal(imageName(card, 'Seed 7', strings), 'Picture 1, Seed 7, Favorite, The file is gone.');
  });
});
