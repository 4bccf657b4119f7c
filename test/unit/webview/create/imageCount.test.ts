import assert from 'node:assert/strict';
import { imageCount } from '../../../../src/webview/create/imageCount.ts';

describe('imageCount', () => {
  const images = (prompt: string, count: string): number => imageCount({ prompt, count }).images;

  it('is as many of each prompt as the field says, one where it is empty', () => {
    assert.equal(images('a {red|blue} kite over {sea|land}', '3'), 12);
    assert.equal(images('a {red|blue} kite', ''), 2);
    assert.equal(images('', '2'), 2);
  });

  it('promises nothing for a count that will be refused', () => {
    for (const count of ['0', '-2', '1.5', 'many']) assert.equal(images('a {red|blue} kite', count), 1);
  });
});
