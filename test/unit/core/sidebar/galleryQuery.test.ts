import assert from 'node:assert/strict';
import { findImages, wholeGallery } from '../../../../src/core/sidebar/galleryQuery.ts';

const image = (prompt: string, model = 'a/a', document?: string, favourite = false) => ({
  record: { prompt, model },
  document,
  favourite,
});
const images = [
  image('A red lighthouse at dusk', 'a/a', 'file:///a.md', true),
  image('Ein Café am Meer', 'b/b', 'file:///b.md'),
  image('夕暮れの灯台', 'a/a'),
];
const found = (query: Partial<typeof wholeGallery>): readonly number[] =>
  findImages(images, { ...wholeGallery, ...query }).map((one) => images.indexOf(one));

describe('the gallery’s search', () => {
  it('finds all without a question', () => assert.deepEqual(found({}), [0, 1, 2]));
  it('needs every word, in any order and size', () => assert.deepEqual(found({ text: ' DUSK  red ' }), [0]));
  it('finds accents however they are composed', () => assert.deepEqual(found({ text: 'cafe\u0301' }), [1]));
  it('finds scripts without spaces', () => assert.deepEqual(found({ text: '灯台' }), [2]));
  it('takes signs as signs', () => assert.deepEqual(found({ text: '.*' }), []));
  it('filters by model, document and favourites', () => {
    assert.deepEqual(found({ model: 'a/a' }), [0, 2]);
    assert.deepEqual(found({ document: 'file:///b.md' }), [1]);
    assert.deepEqual(found({ favourites: true, text: 'light' }), [0]);
  });
});
